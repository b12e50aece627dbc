/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-catalogue"

#include "config.h"

#include "dd-catalogue.h"

#include "dd-catalogue-kinds.h"
#include "dd-confirm.h"
#include "dd-form.h"
#include "dd-member-form.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"
#include "dd-table.h"

#include <glib/gi18n-lib.h>

/**
 * DdCatalogue:
 *
 * The units, the members of one of them, the persons, or the holidays: what the law may
 * change is edited here.
 */
struct _DdCatalogue
{
  AdwWindow        parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  AdwWindowTitle  *title;
  GtkButton       *merge_button;
  GtkButton       *members_button;
  GtkButton       *add_units_button;
  GtkSearchEntry  *search;
  DdTable         *table;

  DdSession       *session;
  const DdCatalogueKind *kind;
  DdRow           *body;        /* whose members are shown; NULL: other records are */
  DdList          *list;
  guint            sort;
  gboolean         descending;
};

G_DEFINE_FINAL_TYPE (DdCatalogue, dd_catalogue, ADW_TYPE_WINDOW)

/* --- what is shown -------------------------------------------------------- */

static DdQuery *
make_query (DdCatalogue *self)
{
  DdQuery *query = dd_query_new (self->kind->kind);

  if (self->kind->searched)
    dd_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (self->body != NULL)
    dd_query_set_reference (query, DD_UNIT_MEMBER_BODY, dd_row_get_id (self->body));
  dd_query_set_sort (query, self->sort, self->descending);

  return query;
}

static void
ask (DdCatalogue *self)
{
  g_autoptr (DdQuery) query = make_query (self);

  dd_list_set_query (self->list, query);
  dd_table_set_filtered (self->table,
                         *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0');
}

static void
sort_changed_cb (DdCatalogue *self,
                 guint        field,
                 gboolean     descending)
{
  self->sort = field;
  self->descending = descending;
  ask (self);
}

static void
selected_cb (DdCatalogue *self)
{
  gboolean selected = dd_table_get_selected (self->table) != NULL;
  gboolean read_only = dd_store_get_read_only (dd_session_get_store (self->session));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", selected && !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.merge",
                                 selected && !read_only && self->kind->kind == DD_KIND_UNIT);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.members", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-units", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.delete", selected && !read_only);
}

/* --- entering ------------------------------------------------------------- */

static void
present_form (DdCatalogue *self,
              const char  *title,
              const DdRow *row)
{
  DdForm *form;

  if (self->kind->kind == DD_KIND_UNIT_MEMBER)
    {
      dd_member_form_present (self->session, GTK_WINDOW (self), row);
      return;
    }

  form = dd_form_new (self->session, GTK_WINDOW (self), title, row, self->kind->fields,
                      self->kind->n_fields);
  if (self->kind->kind == DD_KIND_PERSON && dd_row_is_set (row, DD_PERSON_UNIT))
    dd_form_set_reference_name (form, DD_PERSON_UNIT, dd_row_get_text (row, DD_PERSON_UNIT_NAME));
  if (self->kind->check != NULL)
    dd_form_set_check (form, self->kind->check, NULL);
  dd_form_set_message (form, _("Saved"));
  gtk_window_present (GTK_WINDOW (form));
}

/* What a new record says before anything is entered. */
static DdRow *
make_row (DdCatalogue *self)
{
  DdRow *row = dd_row_new (self->kind->kind);

  switch ((guint) self->kind->kind)
    {
    case DD_KIND_UNIT:
      dd_row_set_choice (row, DD_UNIT_LEVEL, DD_UNIT_LEVEL_DEPARTMENT);
      break;
    case DD_KIND_HOLIDAY:
      dd_row_set_choice (row, DD_HOLIDAY_KIND, DD_HOLIDAY_KIND_HOLIDAY);
      dd_row_set_flag (row, DD_HOLIDAY_IN_FORCE, TRUE);
      break;
    case DD_KIND_UNIT_MEMBER:
      dd_row_set_reference (row, DD_UNIT_MEMBER_BODY, dd_row_get_id (self->body));
      dd_row_set_choice (row, DD_UNIT_MEMBER_ROLE, DD_MEMBER_ROLE_MEMBER);
      break;
    default:
      break;
    }

  return row;
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DdCatalogue *self = DD_CATALOGUE (widget);
  g_autoptr (DdRow) row = make_row (self);

  present_form (self, _(self->kind->new_title), row);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdCatalogue *self = DD_CATALOGUE (widget);
  DdRecord *record = dd_table_get_selected (self->table);

  if (record != NULL)
    present_form (self, _(self->kind->edit_title), dd_record_get_row (record));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdCatalogue *self = DD_CATALOGUE (widget);
  DdRecord *record = dd_table_get_selected (self->table);
  DdChange *change;

  if (record == NULL)
    return;

  change = dd_session_change (self->session, NULL);
  dd_change_delete (change, self->kind->kind, dd_record_get_id (record));
  dd_session_apply (self->session, widget, change, _("Deleted"));
}

/* --- members -------------------------------------------------------------- */

static void
members_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DdCatalogue *self = DD_CATALOGUE (widget);
  DdRecord *record = dd_table_get_selected (self->table);

  if (record != NULL && self->kind->kind == DD_KIND_UNIT)
    gtk_window_present (GTK_WINDOW (dd_catalogue_new_members (self->session,
                                                              dd_record_get_row (record),
                                                              GTK_WINDOW (self))));
}

static void
add_units_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DdCatalogue *self = DD_CATALOGUE (widget);

  if (self->body != NULL)
    dd_member_form_present_add_units (self->session, GTK_WINDOW (self), self->body);
}

/* --- merging -------------------------------------------------------------- */

typedef struct
{
  GtkWidget *entry;             /* lives as long as the form */
} Merge;

static gboolean
check_merge (const DdRow  *row,
             int          *field,
             gpointer      user_data,
             GError      **error)
{
  Merge *merge = user_data;
  gint64 into = dd_reference_entry_get_id (DD_REFERENCE_ENTRY (merge->entry));

  if (into != 0 && into != dd_row_get_id (row))
    return TRUE;

  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                       _("Choose the other unit, the one that stays."));

  return FALSE;
}

static void
fill_merge (DdChange *change,
            DdRow    *row,
            gpointer  user_data)
{
  Merge *merge = user_data;
  g_autoptr (DdRow) owned = row;

  dd_change_merge (change, DD_KIND_UNIT, dd_row_get_id (owned),
                   dd_reference_entry_get_id (DD_REFERENCE_ENTRY (merge->entry)));
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  static const DdFormField fields[] = { { DD_UNIT_NAME, DD_FORM_READ_ONLY } };
  DdCatalogue *self = DD_CATALOGUE (widget);
  DdRecord *record = dd_table_get_selected (self->table);
  DdForm *form;
  Merge *merge;

  if (record == NULL)
    return;

  form = dd_form_new (self->session, GTK_WINDOW (self), _("Merge Units"),
                      dd_record_get_row (record), fields, G_N_ELEMENTS (fields));
  merge = g_new0 (Merge, 1);
  merge->entry = dd_reference_entry_new (self->session, DD_KIND_UNIT);
  dd_form_set_note (form, _("Everything that refers to this unit will refer to the other one, and "
                            "its name becomes another name of that unit. It can be undone."));
  dd_form_add_widget (form, _("Becomes the same as"), merge->entry);
  dd_form_set_verb (form, _("_Merge"));
  dd_form_set_message (form, _("Units merged"));
  dd_form_set_check (form, check_merge, merge);
  dd_form_set_fill (form, fill_merge, merge, g_free);
  gtk_window_present (GTK_WINDOW (form));
}

/* --- the object ----------------------------------------------------------- */

/* The toasts of the window below cannot be seen from here. */
static void
told_cb (DdCatalogue *self,
         const char  *message,
         gint64       action)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (action != 0)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "page.undo");
      adw_toast_set_action_target (toast, "x", action);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dd_session_undo (DD_CATALOGUE (widget)->session, widget, g_variant_get_int64 (parameter));
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (DD_CATALOGUE (widget)->search), "");
}

static void
activated_cb (DdCatalogue *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.edit", NULL);
}

static void
dd_catalogue_dispose (GObject *object)
{
  DdCatalogue *self = DD_CATALOGUE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_CATALOGUE);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_pointer (&self->body, dd_row_free);

  G_OBJECT_CLASS (dd_catalogue_parent_class)->dispose (object);
}

static void
dd_catalogue_class_init (DdCatalogueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_catalogue_dispose;

  g_type_ensure (DD_TYPE_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/dondoc/ui/shell/dd-catalogue.ui");
  gtk_widget_class_bind_template_child (widget_class, DdCatalogue, toasts);
  gtk_widget_class_bind_template_child (widget_class, DdCatalogue, title);
  gtk_widget_class_bind_template_child (widget_class, DdCatalogue, merge_button);
  gtk_widget_class_bind_template_child (widget_class, DdCatalogue, members_button);
  gtk_widget_class_bind_template_child (widget_class, DdCatalogue, add_units_button);
  gtk_widget_class_bind_template_child (widget_class, DdCatalogue, search);
  gtk_widget_class_bind_template_child (widget_class, DdCatalogue, table);
  gtk_widget_class_bind_template_callback (widget_class, ask);

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "page.members", NULL, members_action);
  gtk_widget_class_install_action (widget_class, "page.add-units", NULL, add_units_action);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "page.undo", "x", undo_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "page.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "page.members",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_catalogue_init (DdCatalogue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->table, "sort-changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
make_catalogue (DdSession   *session,
                DdKind       kind,
                const DdRow *body,
                GtkWindow   *parent)
{
  DdCatalogue *self = g_object_new (DD_TYPE_CATALOGUE, "transient-for", parent, NULL);
  g_autoptr (DdQuery) query = NULL;

  self->session = g_object_ref (session);
  self->kind = dd_catalogue_kind_get (kind);
  self->body = body != NULL ? dd_row_copy (body) : NULL;
  self->sort = self->kind->sort;
  self->descending = self->kind->descending;
  adw_window_title_set_title (self->title, _(self->kind->title));
  if (body != NULL)
    adw_window_title_set_subtitle (self->title, dd_row_get_text (body, DD_UNIT_NAME));
  gtk_window_set_title (GTK_WINDOW (self), _(self->kind->title));
  gtk_widget_set_visible (GTK_WIDGET (self->merge_button), kind == DD_KIND_UNIT);
  gtk_widget_set_visible (GTK_WIDGET (self->members_button), kind == DD_KIND_UNIT);
  gtk_widget_set_visible (GTK_WIDGET (self->add_units_button), body != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->kind->searched);
  dd_table_set_columns (self->table, self->kind->columns, self->kind->n_columns, self);
  dd_table_set_sort (self->table, (int) self->sort, self->descending);
  g_object_set (self->table, "label", _(self->kind->title),
                "empty-text", _(self->kind->empty_text), NULL);

  query = make_query (self);
  self->list = dd_store_get_list (dd_session_get_store (session), query);
  dd_table_set_list (self->table, self->list);
  g_signal_connect_object (session, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  selected_cb (self);

  return GTK_WIDGET (self);
}

/**
 * dd_catalogue_new:
 * @kind: %DD_KIND_UNIT, %DD_KIND_PERSON or %DD_KIND_HOLIDAY
 */
GtkWidget *
dd_catalogue_new (DdSession *session,
                  DdKind     kind,
                  GtkWindow *parent)
{
  return make_catalogue (session, kind, NULL, parent);
}

/**
 * dd_catalogue_new_members:
 * @body: a row of %DD_KIND_UNIT: a group of units, or a body that meets
 *
 * Returns: (transfer none): a window with who belongs to it
 */
GtkWidget *
dd_catalogue_new_members (DdSession   *session,
                          const DdRow *body,
                          GtkWindow   *parent)
{
  return make_catalogue (session, DD_KIND_UNIT_MEMBER, body, parent);
}
