/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-item-forms"

#include "config.h"

#include "dd-item-forms.h"

#include "dd-day-entry.h"
#include "dd-error-dialog.h"
#include "dd-measure.h"
#include "dd-options-list.h"
#include "dd-plan-item.h"
#include "dd-plan.h"
#include "dd-procedure.h"
#include "dd-reference-entry.h"
#include "dd-unit.h"

#include <glib/gi18n-lib.h>

/* What is counted before the simplification and after it. */
static const struct
{
  guint before;
  guint after;
} counts[] = {
  { DD_PLAN_ITEM_COMPONENTS_BEFORE, DD_PLAN_ITEM_COMPONENTS_AFTER },
  { DD_PLAN_ITEM_DAYS_BEFORE, DD_PLAN_ITEM_DAYS_AFTER },
  { DD_PLAN_ITEM_FIELDS_BEFORE, DD_PLAN_ITEM_FIELDS_AFTER },
  { DD_PLAN_ITEM_STEPS_BEFORE, DD_PLAN_ITEM_STEPS_AFTER },
  { DD_PLAN_ITEM_COST_BEFORE, DD_PLAN_ITEM_COST_AFTER },
};

/**
 * ItemEntry:
 *
 * What the form of an item knows beside the record. The widgets live as long
 * as the form.
 */
typedef struct
{
  DdForm        *form;
  DdRow         *plan;
  DdOptionsList *options;
  GtkWidget     *code;          /* of a procedure that is created; NULL when an item is changed */
  GtkWidget     *field;
} ItemEntry;

static void
item_entry_free (gpointer data)
{
  ItemEntry *entry = data;

  dd_row_free (entry->plan);
  g_free (entry);
}

static gboolean
refuse (int         *field,
        int          blamed,
        GError     **error,
        const char  *sentence)
{
  *field = blamed;
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID, sentence);

  return FALSE;
}

/* --- what is noticed while it is typed ------------------------------------ */

/* The number that stands in a field as it would be read, or FALSE. */
static gboolean
get_entered_number (ItemEntry *entry,
                    guint      field,
                    gint64    *number)
{
  GtkWidget *widget = dd_form_get_widget (entry->form, field);
  g_auto (GStrv) groups =
    g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (widget)), "., ", -1);
  g_autofree char *digits = g_strjoinv ("", groups);

  return *digits != '\0' &&
         g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, number, NULL);
}

static char *
describe_before (ItemEntry *entry,
                 guint      i)
{
  gint64 before;

  if (counts[i].before != DD_PLAN_ITEM_COST_BEFORE)
    return NULL;
  if (!get_entered_number (entry, counts[i].before, &before))
    return g_strdup (_("In đồng a year"));

  return dd_money_to_text (before);
}

static char *
describe_after (ItemEntry *entry,
                guint      i)
{
  gboolean is_cost = counts[i].after == DD_PLAN_ITEM_COST_AFTER;
  gint64 before, after;
  g_autofree char *amount = NULL;

  if (!get_entered_number (entry, counts[i].after, &after))
    return is_cost ? g_strdup (_("In đồng a year")) : NULL;
  if (is_cost)
    amount = dd_money_to_text (after);
  if (!get_entered_number (entry, counts[i].before, &before))
    return g_strdup (_("Without the number before, it does not count towards the targets."));
  if (after <= before)
    return g_steal_pointer (&amount);
  if (amount != NULL)
    /* Translators: %s is a yearly cost after a simplification. */
    return g_strdup_printf (_("%s: more than before"), amount);

  return g_strdup (_("More than before"));
}

static void
counts_changed_cb (ItemEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *before = describe_before (entry, i);
      g_autofree char *after = describe_after (entry, i);

      dd_form_set_hint (entry->form, counts[i].before, before);
      dd_form_set_hint (entry->form, counts[i].after, after);
    }
}

static void
days_changed_cb (ItemEntry *entry)
{
  DdDay due =
    dd_day_entry_get_day (DD_DAY_ENTRY (dd_form_get_widget (entry->form, DD_PLAN_ITEM_DUE)));
  gboolean outside = due != DD_DAY_NONE &&
                     (due < dd_row_get_day (entry->plan, DD_PLAN_FIRST_DAY) ||
                      due > dd_row_get_day (entry->plan, DD_PLAN_LAST_DAY));

  dd_form_set_hint (entry->form, DD_PLAN_ITEM_DUE,
                    outside ? _("This day lies outside the period of the plan.") : NULL);
}

/* That an option is proposed should come with what it is. */
static void
stage_changed_cb (ItemEntry *entry)
{
  GtkWidget *stage = dd_form_get_widget (entry->form, DD_PLAN_ITEM_STAGE);
  GtkWidget *outcome = dd_form_get_widget (entry->form, DD_PLAN_ITEM_OUTCOME);
  gboolean untold =
    gtk_drop_down_get_selected (GTK_DROP_DOWN (stage)) >= DD_PLAN_STAGE_PROPOSED &&
    gtk_drop_down_get_selected (GTK_DROP_DOWN (outcome)) == DD_PLAN_OUTCOME_UNDECIDED;

  dd_form_set_hint (entry->form, DD_PLAN_ITEM_OUTCOME,
                    untold ? _("Until it is told, the procedure counts as reviewed and not "
                               "as cut.") : NULL);
}

static void
show_line (GtkWidget *widget,
           gboolean   shown)
{
  gtk_widget_set_visible (gtk_widget_get_parent (widget), shown);
}

/* Only a procedure that is created here is asked for more than its name. */
static void
procedure_changed_cb (ItemEntry *entry)
{
  DdReferenceEntry *procedure =
    DD_REFERENCE_ENTRY (dd_form_get_widget (entry->form, DD_PLAN_ITEM_PROCEDURE));
  gboolean created = dd_reference_entry_get_id (procedure) == 0 &&
                     dd_reference_entry_get_name (procedure) != NULL &&
                     *dd_reference_entry_get_name (procedure) != '\0';

  show_line (entry->code, created);
  show_line (entry->field, created);
}

/* --- saving --------------------------------------------------------------- */

static gboolean
check_item (const DdRow  *row,
            int          *field,
            gpointer      user_data,
            GError      **error)
{
  DdDay due = dd_row_get_day (row, DD_PLAN_ITEM_DUE);

  if (due != DD_DAY_NONE && due < dd_row_get_day (row, DD_PLAN_ITEM_START))
    return refuse (field, DD_PLAN_ITEM_DUE, error, _("The due day lies before the start."));

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      if (dd_row_get_number (row, counts[i].before) < 0)
        return refuse (field, (int) counts[i].before, error, _("This cannot be less than 0."));
      if (dd_row_get_number (row, counts[i].after) < 0)
        return refuse (field, (int) counts[i].after, error, _("This cannot be less than 0."));
    }

  return TRUE;
}

static void
fill_item (DdChange *change,
           DdRow    *row,
           gpointer  user_data)
{
  ItemEntry *entry = user_data;

  dd_options_list_read (entry->options, row);
  if (dd_row_get_id (row) == 0)
    dd_change_insert (change, row);
  else
    dd_change_update (change, row);
}

/* A procedure that is created for a plan is of the plan's scope. */
static DdRow *
make_procedure (DdKind      kind,
                const char *name,
                gpointer    user_data)
{
  ItemEntry *entry = user_data;
  DdRow *row;

  if (kind != DD_KIND_PROCEDURE)
    return NULL;

  row = dd_row_new (DD_KIND_PROCEDURE);
  dd_row_set_text (row, DD_PROCEDURE_NAME, name);
  dd_row_set_text (row, DD_PROCEDURE_CODE, gtk_editable_get_text (GTK_EDITABLE (entry->code)));
  dd_row_set_text (row, DD_PROCEDURE_FIELD, gtk_editable_get_text (GTK_EDITABLE (entry->field)));
  dd_row_set_choice (row, DD_PROCEDURE_LEVEL, DD_UNIT_LEVEL_PROVINCE);
  dd_row_set_choice (row, DD_PROCEDURE_SCOPE, dd_row_get_choice (entry->plan, DD_PLAN_SCOPE));

  return row;
}

/* --- the form ------------------------------------------------------------- */

static const DdFormField procedure_fields[] = {
  { DD_PLAN_ITEM_PROCEDURE, DD_FORM_PLAIN,
    N_("Choose one from the list that opens while you type, or create it there.") },
};

static const DdFormField work_fields[] = {
  { DD_PLAN_ITEM_LEAD },
  { DD_PLAN_ITEM_COORDINATING },
  { DD_PLAN_ITEM_START, DD_FORM_HALF },
  { DD_PLAN_ITEM_DUE, DD_FORM_HALF },
};

static const DdFormField stage_fields[] = {
  { DD_PLAN_ITEM_STAGE, DD_FORM_HALF },
  { DD_PLAN_ITEM_OUTCOME, DD_FORM_HALF },
};

static const DdFormField reason_fields[] = {
  { DD_PLAN_ITEM_REASON },
  { DD_PLAN_ITEM_ENACTMENT, DD_FORM_PLAIN, N_("The document that carries it out") },
};

static const DdFormField count_fields[] = {
  { DD_PLAN_ITEM_COST_BEFORE, DD_FORM_HALF },
  { DD_PLAN_ITEM_COST_AFTER, DD_FORM_HALF },
  { DD_PLAN_ITEM_FIELDS_BEFORE, DD_FORM_HALF },
  { DD_PLAN_ITEM_FIELDS_AFTER, DD_FORM_HALF },
  { DD_PLAN_ITEM_COMPONENTS_BEFORE, DD_FORM_HALF },
  { DD_PLAN_ITEM_COMPONENTS_AFTER, DD_FORM_HALF },
  { DD_PLAN_ITEM_DAYS_BEFORE, DD_FORM_HALF },
  { DD_PLAN_ITEM_DAYS_AFTER, DD_FORM_HALF },
  { DD_PLAN_ITEM_STEPS_BEFORE, DD_FORM_HALF },
  { DD_PLAN_ITEM_STEPS_AFTER, DD_FORM_HALF },
};

#define ADD_FIELDS(form, table) dd_form_add_fields (form, table, G_N_ELEMENTS (table))

static void
add_procedure (ItemEntry *entry)
{
  ADD_FIELDS (entry->form, procedure_fields);
  entry->code = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (entry->code), TRUE);
  dd_form_add_widget (entry->form, _("Code of the new procedure"), entry->code);
  entry->field = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (entry->field), TRUE);
  dd_form_add_widget (entry->form, _("Field of the new procedure"), entry->field);

  g_signal_connect_swapped (dd_form_get_widget (entry->form, DD_PLAN_ITEM_PROCEDURE), "changed",
                            G_CALLBACK (procedure_changed_cb), entry);
  procedure_changed_cb (entry);
  dd_form_set_make (entry->form, make_procedure, entry);
  dd_form_set_exists_fault (entry->form, DD_PLAN_ITEM_PROCEDURE,
                            _("This procedure is in the plan already. Look for it in the table, "
                              "and change it there."));
}

static void
watch (ItemEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_signal_connect_swapped (dd_form_get_widget (entry->form, counts[i].before), "changed",
                                G_CALLBACK (counts_changed_cb), entry);
      g_signal_connect_swapped (dd_form_get_widget (entry->form, counts[i].after), "changed",
                                G_CALLBACK (counts_changed_cb), entry);
    }
  g_signal_connect_swapped (dd_form_get_widget (entry->form, DD_PLAN_ITEM_DUE), "changed",
                            G_CALLBACK (days_changed_cb), entry);
  g_signal_connect_swapped (dd_form_get_widget (entry->form, DD_PLAN_ITEM_STAGE),
                            "notify::selected", G_CALLBACK (stage_changed_cb), entry);
  g_signal_connect_swapped (dd_form_get_widget (entry->form, DD_PLAN_ITEM_OUTCOME),
                            "notify::selected", G_CALLBACK (stage_changed_cb), entry);
  counts_changed_cb (entry);
  days_changed_cb (entry);
  stage_changed_cb (entry);
}

static DdForm *
make_item_form (DdSession   *session,
                GtkWindow   *parent,
                const char  *title,
                const DdRow *plan,
                const DdRow *item)
{
  ItemEntry *entry = g_new0 (ItemEntry, 1);

  entry->plan = dd_row_copy (plan);
  entry->form = dd_form_new (session, parent, title, item, NULL, 0);
  if (dd_row_get_id (item) == 0)
    add_procedure (entry);
  ADD_FIELDS (entry->form, work_fields);

  dd_form_add_heading (entry->form, _("Review"));
  ADD_FIELDS (entry->form, stage_fields);
  entry->options = DD_OPTIONS_LIST (dd_options_list_new (item, DD_PLAN_ITEM_OPTIONS));
  dd_form_add_widget (entry->form, _("Simplification options"), GTK_WIDGET (entry->options));
  ADD_FIELDS (entry->form, reason_fields);

  dd_form_add_heading (entry->form, _("Before and After"));
  ADD_FIELDS (entry->form, count_fields);

  watch (entry);
  dd_form_set_check (entry->form, check_item, entry);
  dd_form_set_fill (entry->form, fill_item, entry, item_entry_free);

  return entry->form;
}

/* Who leads, and when: what procedures that are added one after the other share. */
static void
take_over (DdRow       *item,
           const DdRow *before)
{
  g_auto (GStrv) coordinating = dd_row_get_list (before, DD_PLAN_ITEM_COORDINATING);

  dd_row_set_reference (item, DD_PLAN_ITEM_LEAD,
                        dd_row_get_reference (before, DD_PLAN_ITEM_LEAD));
  dd_row_set_list (item, DD_PLAN_ITEM_COORDINATING, (const char * const *) coordinating);
  dd_row_set_day (item, DD_PLAN_ITEM_START, dd_row_get_day (before, DD_PLAN_ITEM_START));
  dd_row_set_day (item, DD_PLAN_ITEM_DUE, dd_row_get_day (before, DD_PLAN_ITEM_DUE));
}

/**
 * dd_item_form_new_item:
 * @before: (nullable): the item that was added just before, whose lead and days
 *   are proposed again
 *
 * Returns: (transfer none): a form for a procedure to be reviewed under a plan
 */
DdForm *
dd_item_form_new_item (DdSession   *session,
                       GtkWindow   *parent,
                       const DdRow *plan,
                       const DdRow *before)
{
  g_autoptr (DdRow) item = dd_row_new (DD_KIND_PLAN_ITEM);
  DdForm *form;

  dd_row_set_reference (item, DD_PLAN_ITEM_PLAN, dd_row_get_id (plan));
  dd_row_set_choice (item, DD_PLAN_ITEM_STAGE, DD_PLAN_STAGE_INVENTORIED);
  dd_row_set_choice (item, DD_PLAN_ITEM_OUTCOME, DD_PLAN_OUTCOME_UNDECIDED);
  if (before != NULL)
    take_over (item, before);
  form = make_item_form (session, parent, _("Add Procedure"), plan, item);
  if (before != NULL)
    {
      dd_form_set_reference_name (form, DD_PLAN_ITEM_LEAD,
                                  dd_row_get_text (before, DD_PLAN_ITEM_LEAD_NAME));
      dd_form_set_note (form, _("The units and the days are those of the procedure that was "
                                "added before."));
    }
  dd_form_set_message (form, _("Procedure added to the plan"));

  return form;
}

/**
 * dd_item_form_edit_item:
 * @item: with its derived fields
 */
DdForm *
dd_item_form_edit_item (DdSession   *session,
                        GtkWindow   *parent,
                        const DdRow *plan,
                        const DdRow *item)
{
  DdForm *form = make_item_form (session, parent, _("Review of a Procedure"), plan, item);
  const char *code = dd_row_get_text (item, DD_PLAN_ITEM_PROCEDURE_CODE);
  const char *name = dd_row_get_text (item, DD_PLAN_ITEM_PROCEDURE_NAME);
  const char *field = dd_row_get_text (item, DD_PLAN_ITEM_FIELD);
  g_autofree char *called = code != NULL ? g_strdup_printf ("%s – %s", code, name)
                                         : g_strdup (name);
  g_autofree char *described = field != NULL ? g_strdup_printf ("%s\n%s", called, field)
                                             : g_strdup (called);

  dd_form_set_note (form, described);
  dd_form_set_reference_name (form, DD_PLAN_ITEM_LEAD,
                              dd_row_get_text (item, DD_PLAN_ITEM_LEAD_NAME));
  dd_form_set_message (form, _("Review changed"));

  return form;
}

static const DdFormField own_fields[] = {
  { DD_PROCEDURE_NAME },
  { DD_PROCEDURE_CODE, DD_FORM_HALF },
  { DD_PROCEDURE_FIELD, DD_FORM_HALF },
  { DD_PROCEDURE_LEVEL },
  { DD_PROCEDURE_SCOPE },
  { DD_PROCEDURE_OWNER },
  { DD_PROCEDURE_BASIS },
};

/* Its record, and then the unit that it names, have to be read first. */
typedef struct
{
  DdSession *session;
  GtkWidget *origin;
  DdRecord  *procedure;         /* NULL until it is read */
} ProcedureRead;

static void
procedure_read_free (ProcedureRead *read)
{
  g_object_unref (read->session);
  g_object_unref (read->origin);
  g_clear_object (&read->procedure);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProcedureRead, procedure_read_free)

static void
present_procedure (ProcedureRead *read,
                   const char    *owner_name)
{
  GtkRoot *root = gtk_widget_get_root (read->origin);
  DdForm *form;

  /* The page may be gone by now. */
  if (root == NULL)
    return;

  form = dd_form_new (read->session, GTK_WINDOW (root), _("Edit Procedure"),
                      dd_record_get_row (read->procedure), own_fields, G_N_ELEMENTS (own_fields));
  dd_form_set_note (form, _("It is the same procedure in every plan that reviews it."));
  dd_form_set_reference_name (form, DD_PROCEDURE_OWNER, owner_name);
  dd_form_set_message (form, _("Procedure changed"));
  gtk_window_present (GTK_WINDOW (form));
}

static void
owner_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ProcedureRead) read = user_data;
  g_autoptr (DdRecord) owner = dd_store_fetch_finish (DD_STORE (object), result, NULL);

  present_procedure (read, owner != NULL
                           ? dd_row_get_text (dd_record_get_row (owner), DD_UNIT_NAME) : NULL);
}

static void
procedure_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ProcedureRead) read = user_data;
  g_autoptr (GError) error = NULL;
  gint64 owner;

  read->procedure = dd_store_fetch_finish (DD_STORE (object), result, &error);
  if (read->procedure == NULL)
    {
      dd_error_dialog_show (read->origin, error);
      return;
    }

  owner = dd_row_get_reference (dd_record_get_row (read->procedure), DD_PROCEDURE_OWNER);
  if (owner == 0)
    present_procedure (read, NULL);
  else
    dd_store_fetch_async (DD_STORE (object), DD_KIND_UNIT, owner, NULL, owner_read_cb,
                          g_steal_pointer (&read));
}

/**
 * dd_item_form_show_procedure:
 * @origin: the widget that asks for it
 * @procedure: its id
 *
 * Shows the form of a procedure, as soon as it is read.
 */
void
dd_item_form_show_procedure (DdSession *session,
                             GtkWidget *origin,
                             gint64     procedure)
{
  ProcedureRead *read = g_new0 (ProcedureRead, 1);

  read->session = g_object_ref (session);
  read->origin = g_object_ref (origin);
  dd_store_fetch_async (dd_session_get_store (session), DD_KIND_PROCEDURE, procedure, NULL,
                        procedure_read_cb, read);
}
