/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-keeper"

#include "dd-review-keeper.h"

#include "dd-review-state.h"

#include "dd-document.h"

#include <glib/gstdio.h>
#include <string.h>

/* Two threads may write: what is older must not come last. */
typedef struct
{
  GMutex mutex;
  guint  last;                  /* the number of the newest state that is written */
} Order;

/**
 * DdReviewKeeper:
 *
 * Keeps what is decided in a review in the user's state folder until it is stored or
 * thrown away, so that neither leaving nor a crash loses it. The text is written once,
 * what was decided shortly after each step.
 */
struct _DdReviewKeeper
{
  GObject   parent_instance;

  DdReview *review;
  char     *base;
  Order    *order;
  guint     n_jobs;
  guint     save_source;
  gboolean  has_text;           /* the text is written */
  gboolean  writing;
  gboolean  again;              /* something was done while it was written */
  gboolean  discarded;
};

G_DEFINE_FINAL_TYPE (DdReviewKeeper, dd_review_keeper, G_TYPE_OBJECT)

/* Long enough that typing is not written letter by letter. */
#define SAVE_AFTER_MS 1000

/* No review is as long: what is larger is none. */
#define SIZE_MAX_READ (256 * 1024 * 1024)

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "dondoc", "reviews", NULL);
}

/* A review belongs to the file of records for which it was begun. */
static char *
make_prefix (DdStore *store)
{
  const char *path = dd_store_get_path (store);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                                        path != NULL ? path : "", -1);

  return g_strndup (sum, 16);
}

static gboolean
is_taken (const char *base)
{
  g_autofree char *path = g_strconcat (base, ".state", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Whoever begins with the same text anew does not write over what was left of it. */
static char *
make_base (DdStore    *store,
           const char *sha256)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *prefix = make_prefix (store);
  char *base = NULL;
  guint n = 0;

  do
    {
      g_autofree char *name = g_strdup_printf ("%s-%.16s-%u", prefix, sha256, n++);

      g_free (base);
      base = g_build_filename (folder, name, NULL);
    }
  while (is_taken (base));

  return base;
}

static char *
add_ending (const char *base,
            const char *ending)
{
  return g_strconcat (base, ending, NULL);
}

/* --- writing -------------------------------------------------------------- */

static GVariant *
make_text (DdReview *review)
{
  const DdConclusion *conclusion = dd_review_get_conclusion (review);
  const DdTextFile *file = conclusion->file;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "text", "s", file->text);
  g_variant_dict_insert (&dict, "sha256", "s", file->sha256);
  if (file->name != NULL)
    g_variant_dict_insert (&dict, "name", "s", file->name);
  if (file->media_type != NULL)
    g_variant_dict_insert (&dict, "media-type", "s", file->media_type);
  if (file->bytes != NULL)
    g_variant_dict_insert_value (&dict, "bytes", g_variant_new_from_bytes (
                                   G_VARIANT_TYPE_BYTESTRING, file->bytes, TRUE));
  g_variant_dict_insert (&dict, "reference", "u", conclusion->reference);

  return g_variant_dict_end (&dict);
}

static gboolean
write_file (const char *base,
            const char *ending,
            GVariant   *value)
{
  g_autofree char *path = add_ending (base, ending);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (value);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    {
      g_message ("the review cannot be kept: %s", error != NULL ? error->message : folder);
      return FALSE;
    }

  return TRUE;
}

typedef struct
{
  char     *base;
  Order    *order;
  guint     number;
  GVariant *text;               /* NULL: it is written already */
  GVariant *state;
} WriteJob;

static void
clear_order (gpointer data)
{
  g_mutex_clear (&((Order *) data)->mutex);
}

static void
write_job_free (gpointer data)
{
  WriteJob *job = data;

  g_atomic_rc_box_release_full (job->order, clear_order);
  g_free (job->base);
  g_clear_pointer (&job->text, g_variant_unref);
  g_variant_unref (job->state);
  g_free (job);
}

static WriteJob *
make_job (DdReviewKeeper *self)
{
  WriteJob *job = g_new0 (WriteJob, 1);

  job->base = g_strdup (self->base);
  job->order = g_atomic_rc_box_acquire (self->order);
  job->number = ++self->n_jobs;
  if (!self->has_text)
    job->text = g_variant_ref_sink (make_text (self->review));
  job->state = g_variant_ref_sink (dd_review_save (self->review));

  return job;
}

static gboolean
run_job (const WriteJob *job)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&job->order->mutex);

  if (job->number < job->order->last)
    return TRUE;
  if ((job->text != NULL && !write_file (job->base, ".text", job->text)) ||
      !write_file (job->base, ".state", job->state))
    return FALSE;
  job->order->last = job->number;

  return TRUE;
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_task_return_boolean (task, run_job (task_data));
}

static void start_saving (DdReviewKeeper *self);

static void
remove_files (const char *base)
{
  g_autofree char *text = add_ending (base, ".text");
  g_autofree char *state = add_ending (base, ".state");

  /* The state first: without it there is nothing to take up. */
  g_unlink (state);
  g_unlink (text);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  DdReviewKeeper *self = DD_REVIEW_KEEPER (object);

  self->writing = FALSE;
  self->has_text |= g_task_propagate_boolean (G_TASK (result), NULL);
  if (self->discarded)
    remove_files (self->base);
  else if (self->again)
    start_saving (self);
  self->again = FALSE;
}

static gboolean
save_cb (gpointer user_data)
{
  DdReviewKeeper *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->save_source = 0;
  if (self->writing)
    {
      self->again = TRUE;
      return G_SOURCE_REMOVE;
    }

  self->writing = TRUE;
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, save_cb);
  g_task_set_task_data (task, make_job (self), write_job_free);
  g_task_run_in_thread (task, write_thread);

  return G_SOURCE_REMOVE;
}

static void
start_saving (DdReviewKeeper *self)
{
  if (self->save_source == 0 && !self->discarded)
    self->save_source = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

static void
dd_review_keeper_finalize (GObject *object)
{
  DdReviewKeeper *self = DD_REVIEW_KEEPER (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->review);
  g_clear_pointer (&self->base, g_free);
  g_atomic_rc_box_release_full (self->order, clear_order);

  G_OBJECT_CLASS (dd_review_keeper_parent_class)->finalize (object);
}

static void
dd_review_keeper_class_init (DdReviewKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_review_keeper_finalize;
}

static void
dd_review_keeper_init (DdReviewKeeper *self)
{
  self->order = g_atomic_rc_box_new0 (Order);
  g_mutex_init (&self->order->mutex);
}

/**
 * dd_review_keeper_new:
 * @store: the file of records for which it is reviewed
 */
DdReviewKeeper *
dd_review_keeper_new (DdReview *review,
                      DdStore  *store)
{
  DdReviewKeeper *self = g_object_new (DD_TYPE_REVIEW_KEEPER, NULL);

  self->review = g_object_ref (review);
  self->base = dd_review_get_kept_as (review) != NULL
             ? g_strdup (dd_review_get_kept_as (review))
             : make_base (store, dd_review_get_conclusion (review)->file->sha256);
  g_signal_connect_object (review, "steps-changed", G_CALLBACK (start_saving), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * dd_review_keeper_flush:
 *
 * Writes what is not written yet, at once: for when the window closes.
 *
 * Returns: whether all that was decided is kept
 */
gboolean
dd_review_keeper_flush (DdReviewKeeper *self)
{
  WriteJob *job;
  gboolean ok;

  g_return_val_if_fail (DD_IS_REVIEW_KEEPER (self), FALSE);

  g_clear_handle_id (&self->save_source, g_source_remove);
  job = make_job (self);
  ok = run_job (job);
  self->has_text |= ok;
  write_job_free (job);

  return ok;
}

/**
 * dd_review_keeper_discard:
 * @stored: whether the document is in the file of records now
 *
 * There is nothing to keep any more: it is stored, or all that was done was taken back.
 * What an earlier review of the same text left stays unless this one wrote over it.
 */
void
dd_review_keeper_discard (DdReviewKeeper *self,
                          gboolean        stored)
{
  g_return_if_fail (DD_IS_REVIEW_KEEPER (self));

  self->discarded = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->writing && (self->has_text || stored))
    remove_files (self->base);
}

/* --- finding -------------------------------------------------------------- */

/**
 * dd_review_kept_free:
 * @self: (nullable): the review that was left
 */
void
dd_review_kept_free (DdReviewKept *self)
{
  if (self == NULL)
    return;

  g_free (self->base);
  g_free (self->name);
  dd_text_file_free (self->file);
  g_clear_pointer (&self->state, g_variant_unref);
  g_free (self);
}

/**
 * dd_review_kept_remove:
 *
 * Throws it away, for good.
 */
void
dd_review_kept_remove (DdReviewKept *self)
{
  remove_files (self->base);
}

static GVariant *
read_file (const char *base,
           const char *ending)
{
  g_autofree char *path = add_ending (base, ending);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) value = NULL;

  if (mapped == NULL || g_mapped_file_get_length (mapped) > SIZE_MAX_READ)
    return NULL;

  /* A copy: the file may be written over while it is looked at. */
  bytes = g_bytes_new (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped));
  value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));

  return g_variant_is_normal_form (value) ? g_steal_pointer (&value) : NULL;
}

static DdTextFile *
make_file (GVariant *dict)
{
  g_autofree char *text = NULL;
  g_autoptr (GVariant) bytes = NULL;
  DdTextFile *file;

  if (!g_variant_lookup (dict, "text", "s", &text))
    return NULL;
  file = dd_text_file_new_pasted (text, NULL);
  if (file == NULL)
    return NULL;

  /* It is read as it was: the encoding has been settled. */
  dd_text_file_set_encoding (file, DD_OLD_ENCODING_NONE);
  g_variant_lookup (dict, "name", "s", &file->name);
  g_variant_lookup (dict, "media-type", "s", &file->media_type);
  g_clear_pointer (&file->sha256, g_free);
  g_variant_lookup (dict, "sha256", "s", &file->sha256);
  bytes = g_variant_lookup_value (dict, "bytes", G_VARIANT_TYPE_BYTESTRING);
  if (bytes != NULL)
    {
      g_clear_pointer (&file->bytes, g_bytes_unref);
      file->bytes = g_variant_get_data_as_bytes (bytes);
    }

  return file;
}

static char *
find_name (const DdReviewKept *kept)
{
  g_autoptr (GVariant) document = g_variant_lookup_value (kept->state, "document",
                                                          G_VARIANT_TYPE ("a{ss}"));
  char *number = NULL;

  if (document != NULL && g_variant_lookup (document, "number", "s", &number))
    return number;

  return g_strdup (kept->file->name);
}

static DdReviewKept *
read_kept (const char *base)
{
  g_autoptr (DdReviewKept) kept = g_new0 (DdReviewKept, 1);
  g_autoptr (GVariant) text = read_file (base, ".text");

  kept->base = g_strdup (base);
  kept->state = read_file (base, ".state");
  if (text == NULL || kept->state == NULL)
    return NULL;
  kept->file = make_file (text);
  if (kept->file == NULL || kept->file->sha256 == NULL)
    return NULL;
  g_variant_lookup (text, "reference", "u", &kept->reference);
  kept->name = find_name (kept);

  return g_steal_pointer (&kept);
}

static void
kept_free_cb (gpointer data)
{
  dd_review_kept_free (data);
}

/* The one that was worked on last. */
static char *
find_newest (const char *prefix)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  char *newest = NULL;
  gint64 newest_time = -1;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".state") ||
          g_stat (path, &status) != 0 || status.st_mtime <= newest_time)
        continue;
      newest_time = status.st_mtime;
      g_free (newest);
      newest = g_strndup (path, strlen (path) - strlen (".state"));
    }

  return newest;
}

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autofree char *base = find_newest (task_data);

  g_task_return_pointer (task, base != NULL ? read_kept (base) : NULL, kept_free_cb);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, g_task_propagate_pointer (G_TASK (result), NULL), kept_free_cb);
}

/**
 * dd_review_kept_find_async:
 *
 * Looks for the review that was left half-way last, for this file of records.
 */
void
dd_review_kept_find_async (DdStore             *store,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  /* The thread must not be the last who holds the store. */
  g_autoptr (GTask) search = g_task_new (NULL, NULL, found_cb, task);

  g_task_set_source_tag (task, dd_review_kept_find_async);
  g_task_set_source_tag (search, dd_review_kept_find_async);
  g_task_set_task_data (search, make_prefix (store), g_free);
  g_task_run_in_thread (search, find_thread);
}

/**
 * dd_review_kept_find_finish:
 *
 * Returns: (transfer full) (nullable): the review; %NULL: there is none that can be taken up
 */
DdReviewKept *
dd_review_kept_find_finish (DdStore       *store,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
