/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-reference-entry"

#include "config.h"

#include "dd-reference-entry.h"

#include "dd-focus.h"
#include "dd-record-types.h"
#include "dd-reference-match.h"

#include <glib/gi18n-lib.h>

/**
 * DdReferenceEntry:
 *
 * A record of a kind that can be searched, such as a unit, found by typing
 * some of its name, with or without marks.
 *
 * A name that nothing has can be kept as the name of a record to be created;
 * whoever stores what was entered creates it in the same change.
 *
 * Enter takes the record that is called what was typed, or else the first that
 * fits: some letters are enough. Only where what was typed may just as well be
 * the whole name of a new record ("Sở Tư pháp", while there is a "Sở Tư pháp An
 * Giang"), Enter takes nothing at first but goes to the first of the choices, so
 * that neither another record is taken nor one created that nobody saw.
 */
struct _DdReferenceEntry
{
  GtkWidget   parent_instance;

  DdSession  *session;
  DdList     *matches;          /* NULL until something is typed */
  GtkEntry   *entry;
  GtkPopover *popover;
  GtkListBox *box;
  gpointer    scrolled_by;      /* an adjustment that closes the popover; not owned */

  DdKind      kind;
  gboolean    may_create;
  gint64      id;               /* 0: none, or one to be created */
  char       *name;             /* as it was chosen */
  gboolean    choosing;         /* while the text is set by the program */
  gboolean    entering;         /* Enter was pressed before the answer has come */
};

G_DEFINE_FINAL_TYPE (DdReferenceEntry, dd_reference_entry, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void enter (DdReferenceEntry *self);

#define MAX_MATCHES 12
#define ROW_MARGIN 12           /* what stays in sight around the row that is selected */

static const char *
get_typed (DdReferenceEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
show_validity (DdReferenceEntry *self,
               gboolean          valid)
{
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
choose (DdReferenceEntry *self,
        gint64            id,
        const char       *name)
{
  char *copy = g_strdup (name);

  g_free (self->name);
  self->name = copy;
  self->id = id;
  self->choosing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), copy != NULL ? copy : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->choosing = FALSE;
  gtk_popover_popdown (self->popover);
  show_validity (self, TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choose_record (DdReferenceEntry *self,
               DdRecord         *record)
{
  g_autofree char *name = dd_reference_describe (dd_record_get_row (record));

  choose (self, dd_record_get_id (record), name);
}

static GtkWidget *
make_row (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 54);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);

  return label;
}

/* What is scrolled away has the focus still; a popover has no place there. */
static gboolean
is_in_sight (DdReferenceEntry *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_rect_t bounds;

  return root != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self), root, &bounds) &&
         bounds.origin.y + bounds.size.height > 0 &&
         bounds.origin.y < (float) gtk_widget_get_height (root);
}

/* A name that was typed in full is as good as chosen. */
static void
settle (DdReferenceEntry *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (get_typed (self)));
  int called;

  /* What was found for fewer letters does not count; the answer is on its way. */
  if (self->name != NULL || *typed == '\0' || self->matches == NULL ||
      dd_list_get_loading (self->matches))
    return;

  called = dd_reference_find_called (G_LIST_MODEL (self->matches), typed, self->may_create);
  if (called >= 0)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (G_LIST_MODEL (self->matches),
                                                           (guint) called);

      choose_record (self, record);
    }
  else
    show_validity (self, FALSE);
}

static void
watch_scrolling (DdReferenceEntry *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment =
    scrolled != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)) : NULL;

  if (adjustment == NULL || adjustment == self->scrolled_by)
    return;

  self->scrolled_by = adjustment;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_popover_popdown),
                           self->popover, G_CONNECT_SWAPPED);
}

/* The focus stays in the entry, so that the row is not scrolled to by itself. */
static void
select_row (DdReferenceEntry *self,
            GtkListBoxRow    *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->box);
  graphene_rect_t bounds;

  gtk_list_box_select_row (self->box, row);
  if (row != NULL && adjustment != NULL &&
      gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->box), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - ROW_MARGIN,
                               bounds.origin.y + bounds.size.height + ROW_MARGIN);
}

static gboolean
has_focus (DdReferenceEntry *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}

/* The units that fit, and, if none is called so, the offer to create one. */
static void
show_matches (DdReferenceEntry *self)
{
  guint n_matches = dd_list_get_count (self->matches);
  g_autofree char *typed = g_strstrip (g_strdup (get_typed (self)));
  gboolean exact = FALSE;
  GtkWidget *child;
  int row;

  if (dd_list_get_loading (self->matches))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_list_box_remove (self->box, child);
  for (guint i = 0; i < n_matches; i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (G_LIST_MODEL (self->matches), i);
      g_autofree char *name = dd_reference_describe (dd_record_get_row (record));

      gtk_list_box_append (self->box, make_row (name));
      exact |= dd_reference_is_called (record, typed);
    }
  if (self->may_create && !exact && *typed != '\0')
    {
      /* Translators: %s is the name of a unit or another record that does not exist yet. */
      g_autofree char *offer = g_strdup_printf (_("Create “%s”"), typed);

      gtk_list_box_append (self->box, make_row (offer));
    }

  if (*typed == '\0' || !has_focus (self) || !is_in_sight (self))
    {
      gtk_popover_popdown (self->popover);
      if (!has_focus (self))
        settle (self);
      return;
    }

  watch_scrolling (self);
  row = dd_reference_find_taken (G_LIST_MODEL (self->matches), typed, self->may_create);
  select_row (self, row >= 0 ? gtk_list_box_get_row_at_index (self->box, row) : NULL);
  gtk_popover_popup (self->popover);
  if (self->entering)
    enter (self);
}

static void
look_up (DdReferenceEntry *self)
{
  g_autoptr (DdQuery) query = dd_query_new (self->kind);

  dd_query_set_search (query, get_typed (self));
  if (self->kind == DD_KIND_UNIT)
    dd_query_set_sort (query, DD_UNIT_NAME, FALSE);
  else if (self->kind == DD_KIND_MEETING)
    dd_query_set_sort (query, DD_MEETING_DAY, TRUE);
  dd_query_set_limit (query, MAX_MATCHES);
  if (self->matches != NULL)
    {
      dd_list_set_query (self->matches, query);
      show_matches (self);
      return;
    }

  self->matches = dd_store_get_list (dd_session_get_store (self->session), query);
  g_signal_connect_swapped (self->matches, "notify::loading", G_CALLBACK (show_matches), self);
}

static void
text_changed_cb (DdReferenceEntry *self)
{
  if (self->choosing)
    return;

  self->id = 0;
  self->entering = FALSE;
  g_clear_pointer (&self->name, g_free);
  look_up (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_activated_cb (DdReferenceEntry *self,
                  GtkListBoxRow    *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);
  g_autoptr (DdRecord) record = NULL;
  g_autofree char *typed = NULL;

  /* The rows are those of what was typed before. */
  if (dd_list_get_loading (self->matches))
    return;

  if (index < dd_list_get_count (self->matches))
    {
      record = g_list_model_get_item (G_LIST_MODEL (self->matches), index);
      choose_record (self, record);
      return;
    }

  typed = g_strstrip (g_strdup (get_typed (self)));
  choose (self, 0, typed);
}

static void
move_selection (DdReferenceEntry *self,
                int               step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  row = gtk_list_box_get_row_at_index (self->box, MAX (index, 0));
  if (row != NULL)
    select_row (self, row);
}

/* Takes what is selected. A hand that is faster than the answer does not take
 * what was found for fewer letters. */
static void
enter (DdReferenceEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  self->entering = dd_list_get_loading (self->matches);
  if (self->entering)
    return;

  if (row != NULL)
    row_activated_cb (self, row);
  else
    move_selection (self, 1);
}

static gboolean
key_pressed_cb (DdReferenceEntry *self,
                guint             key,
                guint             code,
                GdkModifierType   modifiers)
{
  gboolean shown = gtk_widget_get_visible (GTK_WIDGET (self->popover));
  gboolean awaited = self->name == NULL && self->matches != NULL &&
                     dd_list_get_loading (self->matches);

  if (!shown && !awaited)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      enter (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      if (!shown)
        return GDK_EVENT_PROPAGATE;
      gtk_popover_popdown (self->popover);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (DdReferenceEntry *self)
{
  self->entering = FALSE;
  gtk_popover_popdown (self->popover);
  settle (self);
}

static gboolean
dd_reference_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DD_REFERENCE_ENTRY (widget)->entry));
}

static void
dd_reference_entry_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  GTK_WIDGET_CLASS (dd_reference_entry_parent_class)->size_allocate (widget, width, height,
                                                                     baseline);
  gtk_popover_present (DD_REFERENCE_ENTRY (widget)->popover);
}

static void
dd_reference_entry_dispose (GObject *object)
{
  DdReferenceEntry *self = DD_REFERENCE_ENTRY (object);
  GtkWidget *child;

  if (self->matches != NULL)
    g_signal_handlers_disconnect_by_data (self->matches, self);
  g_clear_object (&self->matches);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_reference_entry_parent_class)->dispose (object);
}

static void
dd_reference_entry_finalize (GObject *object)
{
  g_clear_pointer (&DD_REFERENCE_ENTRY (object)->name, g_free);

  G_OBJECT_CLASS (dd_reference_entry_parent_class)->finalize (object);
}

static void
dd_reference_entry_class_init (DdReferenceEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_reference_entry_dispose;
  object_class->finalize = dd_reference_entry_finalize;
  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_reference_entry_grab_focus;
  widget_class->size_allocate = dd_reference_entry_size_allocate;

  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_REFERENCE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dd_reference_entry_init (DdReferenceEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _("Type some of the name"));
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY, "pan-down-symbolic");
  gtk_entry_set_icon_activatable (self->entry, GTK_ENTRY_ICON_SECONDARY, FALSE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));

  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "matches");
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);

  /* The typing goes on while the popover is open. */
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self->popover), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_popover_set_child (self->popover, scrolled);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

/**
 * dd_reference_entry_new:
 * @kind: one that has a search index
 */
GtkWidget *
dd_reference_entry_new (DdSession *session,
                        DdKind     kind)
{
  DdReferenceEntry *self = g_object_new (DD_TYPE_REFERENCE_ENTRY, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;

  return GTK_WIDGET (self);
}

/**
 * dd_reference_entry_set_may_create:
 * @may_create: whether a name that nothing has is offered for creation
 */
void
dd_reference_entry_set_may_create (DdReferenceEntry *self,
                                   gboolean          may_create)
{
  g_return_if_fail (DD_IS_REFERENCE_ENTRY (self));

  self->may_create = may_create;
}

/**
 * dd_reference_entry_set_placeholder:
 * @text: what an empty entry says
 */
void
dd_reference_entry_set_placeholder (DdReferenceEntry *self,
                                    const char       *text)
{
  g_return_if_fail (DD_IS_REFERENCE_ENTRY (self));

  gtk_entry_set_placeholder_text (self->entry, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, text, -1);
}

/**
 * dd_reference_entry_get_id:
 *
 * Returns: the record that was chosen, or 0: see dd_reference_entry_get_name()
 */
gint64
dd_reference_entry_get_id (DdReferenceEntry *self)
{
  g_return_val_if_fail (DD_IS_REFERENCE_ENTRY (self), 0);

  return self->id;
}

/**
 * dd_reference_entry_get_name:
 *
 * Returns: (nullable): the name of what was chosen; if there is a name and no
 *   id, it is that of a record to be created; %NULL while nothing is chosen
 */
const char *
dd_reference_entry_get_name (DdReferenceEntry *self)
{
  g_return_val_if_fail (DD_IS_REFERENCE_ENTRY (self), NULL);

  return self->name;
}

/**
 * dd_reference_entry_set_id:
 * @id: 0: none, or one to be created
 * @name: (nullable): its name
 */
void
dd_reference_entry_set_id (DdReferenceEntry *self,
                           gint64            id,
                           const char       *name)
{
  g_return_if_fail (DD_IS_REFERENCE_ENTRY (self));

  choose (self, id, name);
}

/**
 * dd_reference_entry_is_valid:
 *
 * Returns: whether what is typed was chosen, or nothing is typed
 */
gboolean
dd_reference_entry_is_valid (DdReferenceEntry *self)
{
  g_return_val_if_fail (DD_IS_REFERENCE_ENTRY (self), FALSE);

  return self->name != NULL || *get_typed (self) == '\0';
}
