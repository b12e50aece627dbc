/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-reference-list"

#include "config.h"

#include "dd-reference-list.h"

#include "dd-focus.h"
#include "dd-reference-entry.h"

#include <glib/gi18n-lib.h>

/**
 * DdReferenceList:
 *
 * Several records of one kind, such as the units that coordinate: those chosen so
 * far, each with a button that takes it away, and an entry that adds one.
 */
struct _DdReferenceList
{
  GtkWidget         parent_instance;

  GtkBox           *box;
  DdReferenceEntry *entry;
  GPtrArray        *chosen;     /* of Chosen */
  gboolean          adding;
};

G_DEFINE_FINAL_TYPE (DdReferenceList, dd_reference_list, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct
{
  gint64     id;                /* 0: to be created */
  char      *name;
  GtkWidget *row;
} Chosen;

static void
chosen_free (gpointer data)
{
  g_free (((Chosen *) data)->name);
  g_free (data);
}

static void
remove_cb (DdReferenceList *self,
           GtkWidget       *button)
{
  GtkWidget *row = gtk_widget_get_parent (button);

  for (guint i = 0; i < self->chosen->len; i++)
    if (((Chosen *) self->chosen->pdata[i])->row == row)
      {
        g_ptr_array_remove_index (self->chosen, i);
        break;
      }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_box_remove (self->box, row);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_row (DdReferenceList *self,
          gint64           id,
          const char      *name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: %s is the name of a unit. */
  g_autofree char *hint = g_strdup_printf (_("Remove %s"), name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), label);
  if (id == 0)
    {
      /* Translators: stands behind the name of a unit that will be created. */
      GtkWidget *mark = gtk_label_new (C_("unit", "new"));

      gtk_widget_add_css_class (mark, "caption");
      gtk_widget_add_css_class (mark, "dim-label");
      gtk_box_append (GTK_BOX (row), mark);
    }
  gtk_box_append (GTK_BOX (row), button);

  return row;
}

static gboolean
is_chosen (DdReferenceList *self,
           gint64           id,
           const char      *name)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const Chosen *one = self->chosen->pdata[i];

      if (id != 0 ? one->id == id : g_strcmp0 (one->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What is chosen in the entry moves up into the list. */
static void
entry_changed_cb (DdReferenceList *self)
{
  const char *name = dd_reference_entry_get_name (self->entry);

  if (self->adding || name == NULL || *name == '\0')
    return;

  self->adding = TRUE;
  dd_reference_list_add (self, dd_reference_entry_get_id (self->entry), name);
  dd_reference_entry_set_id (self->entry, 0, NULL);
  self->adding = FALSE;
}

static gboolean
dd_reference_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DD_REFERENCE_LIST (widget)->entry));
}

static void
dd_reference_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_reference_list_parent_class)->dispose (object);
}

static void
dd_reference_list_finalize (GObject *object)
{
  g_clear_pointer (&DD_REFERENCE_LIST (object)->chosen, g_ptr_array_unref);

  G_OBJECT_CLASS (dd_reference_list_parent_class)->finalize (object);
}

static void
dd_reference_list_class_init (DdReferenceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_reference_list_dispose;
  object_class->finalize = dd_reference_list_finalize;
  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_reference_list_grab_focus;

  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_REFERENCE_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dd_reference_list_init (DdReferenceList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->chosen = g_ptr_array_new_with_free_func (chosen_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * dd_reference_list_new:
 * @kind: of the records that can be chosen; of units, new ones too
 *
 * Returns: (transfer floating): a widget that starts with none
 */
GtkWidget *
dd_reference_list_new (DdSession *session,
                       DdKind     kind)
{
  DdReferenceList *self = g_object_new (DD_TYPE_REFERENCE_LIST, NULL);

  self->entry = DD_REFERENCE_ENTRY (dd_reference_entry_new (session, kind));
  dd_reference_entry_set_may_create (self->entry, kind == DD_KIND_UNIT);
  dd_reference_entry_set_placeholder (self->entry, _("Add: type some of the name"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * dd_reference_list_add:
 * @id: 0: a record to be created under this name
 *
 * Adds a record, unless it is in the list.
 */
void
dd_reference_list_add (DdReferenceList *self,
                       gint64           id,
                       const char      *name)
{
  Chosen *one;

  g_return_if_fail (DD_IS_REFERENCE_LIST (self));

  if (is_chosen (self, id, name))
    return;

  one = g_new0 (Chosen, 1);
  one->id = id;
  one->name = g_strdup (name);
  one->row = make_row (self, id, name);
  gtk_box_append (self->box, one->row);
  g_ptr_array_add (self->chosen, one);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dd_reference_list_clear:
 *
 * Takes out all that were chosen.
 */
void
dd_reference_list_clear (DdReferenceList *self)
{
  GtkWidget *child;

  g_return_if_fail (DD_IS_REFERENCE_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->chosen, 0);
}

/**
 * dd_reference_list_get_size:
 *
 * Returns: how many were chosen, new ones too
 */
guint
dd_reference_list_get_size (DdReferenceList *self)
{
  g_return_val_if_fail (DD_IS_REFERENCE_LIST (self), 0);

  return self->chosen->len;
}

/**
 * dd_reference_list_get_id:
 *
 * Returns: the record, or 0 for one to be created
 */
gint64
dd_reference_list_get_id (DdReferenceList *self,
                          guint            position)
{
  g_return_val_if_fail (DD_IS_REFERENCE_LIST (self), 0);
  g_return_val_if_fail (position < self->chosen->len, 0);

  return ((Chosen *) self->chosen->pdata[position])->id;
}

/**
 * dd_reference_list_get_name:
 *
 * Returns: (transfer none): what the chosen one is called
 */
const char *
dd_reference_list_get_name (DdReferenceList *self,
                            guint            position)
{
  g_return_val_if_fail (DD_IS_REFERENCE_LIST (self), NULL);
  g_return_val_if_fail (position < self->chosen->len, NULL);

  return ((Chosen *) self->chosen->pdata[position])->name;
}
