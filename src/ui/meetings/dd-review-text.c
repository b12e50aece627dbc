/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-text"

#include "config.h"

#include "dd-review-text.h"

#include "dd-directive.h"
#include "dd-mark-style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdReviewText:
 *
 * The text of a conclusion, with what was recognised in it.
 *
 * A bar at the side tells where clauses stand; that of the selected one is
 * thick. Whoever moves through the text selects the clause they are in. A long
 * text is put in piece by piece, so that the window goes on.
 */
struct _DdReviewText
{
  GtkTextView    parent_instance;

  DdReview      *review;
  GtkTextBuffer *buffer;
  GtkTextTag    *tags[DD_N_MARK_KINDS];
  GtkTextTag    *clause_tag;
  GtkTextTag    *selected_tag;
  const char    *rest;          /* of the text, still to be put in */
  guint          n_inserted;    /* characters */
  guint          n_tagged;      /* clauses */
  guint          fill_source;
  int            selected;      /* a clause, or -1 */
  gboolean       moving;        /* while the program moves the cursor */
};

G_DEFINE_FINAL_TYPE (DdReviewText, dd_review_text, GTK_TYPE_TEXT_VIEW)

enum { CLAUSE_PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What is put in at once, in bytes: more than anybody sees at first, and no more than is
 * done within a frame. */
#define PIECE (12 * 1024)

#define BAR_DISTANCE 10
#define BAR_WIDTH 2
#define SELECTED_BAR_WIDTH 5

/* --- putting it in -------------------------------------------------------- */

static DdSpan
get_span (DdReviewText *self,
          guint         clause)
{
  const DdRow *directive = dd_review_get_finding (self->review, clause)->directive;
  DdSpan span = { (guint) dd_row_get_number (directive, DD_DIRECTIVE_SPAN_START),
                  (guint) dd_row_get_number (directive, DD_DIRECTIVE_SPAN_END) };

  return span;
}

static void
apply (DdReviewText *self,
       GtkTextTag   *tag,
       DdSpan        span)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) span.end);
  gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
}

/* Marks the clauses that are there by now. What a clause takes from a heading
 * above it is marked there. */
static void
tag_clauses (DdReviewText *self)
{
  while (self->n_tagged < dd_review_get_n_clauses (self->review) &&
         (*self->rest == '\0' || get_span (self, self->n_tagged).end <= self->n_inserted))
    {
      const DdFinding *finding = dd_review_get_finding (self->review, self->n_tagged);

      apply (self, self->clause_tag, get_span (self, self->n_tagged));
      for (guint i = 0; i < finding->marks->len; i++)
        {
          const DdMark *mark = &g_array_index (finding->marks, DdMark, i);

          apply (self, self->tags[mark->kind], mark->span);
        }
      self->n_tagged++;
    }
}

static gboolean
fill_cb (gpointer user_data)
{
  DdReviewText *self = user_data;
  gsize length = strlen (self->rest);
  GtkTextIter end;

  if (length > PIECE)
    length = (gsize) (g_utf8_find_prev_char (self->rest, self->rest + PIECE) - self->rest);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_insert (self->buffer, &end, self->rest, (int) length);
  self->n_inserted += (guint) g_utf8_strlen (self->rest, (gssize) length);
  self->rest += length;
  tag_clauses (self);

  if (*self->rest != '\0')
    return G_SOURCE_CONTINUE;

  self->fill_source = 0;
  if (self->selected >= 0)
    apply (self, self->selected_tag, get_span (self, (guint) self->selected));

  return G_SOURCE_REMOVE;
}

static void
colour_tags (DdReviewText *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA clause = { 0.5f, 0.5f, 0.5f, dark ? 0.14f : 0.10f };
  GdkRGBA selected = { 0.96f, 0.76f, 0.07f, dark ? 0.22f : 0.28f };

  g_object_set (self->clause_tag, "background-rgba", &clause, NULL);
  g_object_set (self->selected_tag, "background-rgba", &selected, NULL);
  for (guint i = 0; i < DD_N_MARK_KINDS; i++)
    dd_mark_style_colour_tag (self->tags[i], i, dark);
}

/* A tag covers those that were made before it. */
static void
make_tags (DdReviewText *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);

  self->clause_tag = gtk_text_tag_new (NULL);
  gtk_text_tag_table_add (table, self->clause_tag);
  g_object_unref (self->clause_tag);
  self->selected_tag = gtk_text_tag_new (NULL);
  gtk_text_tag_table_add (table, self->selected_tag);
  g_object_unref (self->selected_tag);
  for (guint i = 0; i < DD_N_MARK_KINDS; i++)
    {
      self->tags[i] = dd_mark_style_make_tag (i);
      gtk_text_tag_table_add (table, self->tags[i]);
      g_object_unref (self->tags[i]);
    }
  colour_tags (self);
}

/* --- bars ----------------------------------------------------------------- */

static void
snapshot_bar (DdReviewText *self,
              GtkSnapshot  *snapshot,
              guint         clause)
{
  gboolean selected = self->selected == (int) clause;
  DdSpan span = get_span (self, clause);
  int width = selected ? SELECTED_BAR_WIDTH : BAR_WIDTH;
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GtkTextIter start, end;
  GdkRectangle first, last;
  GdkRGBA colour = { 0 };

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) span.end - 1);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &first);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &end, &last);

  if (!selected || !gtk_style_context_lookup_color (context, "accent_color", &colour))
    gtk_style_context_get_color (context, &colour);
  colour.alpha = selected ? 1.0f : 0.3f;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (
                               (float) (gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) -
                                        BAR_DISTANCE - width / 2),
                               (float) first.y, (float) width,
                               (float) (last.y + last.height - first.y)));
}

static void
dd_review_text_snapshot_layer (GtkTextView      *view,
                               GtkTextViewLayer  layer,
                               GtkSnapshot      *snapshot)
{
  DdReviewText *self = DD_REVIEW_TEXT (view);
  GdkRectangle seen;
  GtkTextIter top, bottom;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &top, seen.y, NULL);
  gtk_text_view_get_line_at_y (view, &bottom, seen.y + seen.height, NULL);
  gtk_text_iter_forward_line (&bottom);
  for (guint i = 0; i < self->n_tagged; i++)
    {
      DdSpan span = get_span (self, i);

      if (span.end > (guint) gtk_text_iter_get_offset (&top) &&
          span.start < (guint) gtk_text_iter_get_offset (&bottom))
        snapshot_bar (self, snapshot, i);
    }
}

/* --- moving through it ---------------------------------------------------- */

static void
cursor_moved_cb (DdReviewText *self)
{
  int place, clause;

  if (self->moving || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  g_object_get (self->buffer, "cursor-position", &place, NULL);
  clause = dd_review_find_clause (self->review, (guint) place);
  if (clause >= 0 && clause != self->selected)
    g_signal_emit (self, signals[CLAUSE_PICKED], 0, (guint) clause);
}

static void
dd_review_text_dispose (GObject *object)
{
  DdReviewText *self = DD_REVIEW_TEXT (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (dd_review_text_parent_class)->dispose (object);
}

static void
dd_review_text_class_init (DdReviewTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_review_text_dispose;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = dd_review_text_snapshot_layer;

  /* The user went to another clause, by its number. */
  signals[CLAUSE_PICKED] =
    g_signal_new ("clause-picked", DD_TYPE_REVIEW_TEXT, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
dd_review_text_init (DdReviewText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->selected = -1;
  self->buffer = gtk_text_view_get_buffer (view);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 24);
  gtk_text_view_set_right_margin (view, 18);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 24);
  gtk_text_view_set_pixels_below_lines (view, 4);
  gtk_text_view_set_pixels_inside_wrap (view, 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Text of the document"), -1);
  make_tags (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (colour_tags), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
dd_review_text_new (DdReview *review)
{
  DdReviewText *self = g_object_new (DD_TYPE_REVIEW_TEXT, NULL);
  GtkTextIter start;

  self->review = g_object_ref (review);
  self->rest = dd_review_get_conclusion (review)->visible;
  self->moving = TRUE;
  if (fill_cb (self) == G_SOURCE_CONTINUE)
    self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->moving = FALSE;

  return GTK_WIDGET (self);
}

/* Puts the beginning of the clause into sight, and the cursor there. */
static void
scroll_to_clause (DdReviewText *self,
                  guint         clause)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start;
  GdkRectangle seen, place;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) get_span (self, clause).start);
  self->moving = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->moving = FALSE;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_iter_location (view, &start, &place);
  if (place.y < seen.y || place.y > seen.y + seen.height * 2 / 3)
    gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0, 0.2);
}

/**
 * dd_review_text_select:
 * @clause: its number, or -1
 *
 * Shows a clause as the selected one. It is brought into sight unless the user
 * is in the text.
 */
void
dd_review_text_select (DdReviewText *self,
                       int           clause)
{
  GtkTextIter start, end;

  g_return_if_fail (DD_IS_REVIEW_TEXT (self));

  if (self->selected == clause)
    return;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->selected_tag, &start, &end);
  self->selected = clause;
  if (clause >= 0)
    {
      apply (self, self->selected_tag, get_span (self, (guint) clause));
      if (!gtk_widget_has_focus (GTK_WIDGET (self)))
        scroll_to_clause (self, (guint) clause);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
