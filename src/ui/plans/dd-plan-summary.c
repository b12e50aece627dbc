/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-summary"

#include "config.h"

#include "dd-plan-summary.h"

#include "dd-aim-row.h"
#include "dd-confirm.h"
#include "dd-document.h"
#include "dd-facts.h"
#include "dd-figures.h"
#include "dd-history-view.h"
#include "dd-milestone.h"
#include "dd-plan-forms.h"
#include "dd-plan.h"
#include "dd-stage-tiles.h"
#include "dd-target.h"
#include "dd-unit.h"

#include <glib/gi18n-lib.h>

/* The records that a plan refers to and is shown with the names of. */
static const struct
{
  guint  field;                 /* of the plan */
  DdKind kind;
  guint  name;                  /* of the other record */
} references[] = {
  { DD_PLAN_ISSUER, DD_KIND_UNIT, DD_UNIT_NAME },
  { DD_PLAN_DOCUMENT, DD_KIND_DOCUMENT, DD_DOCUMENT_NUMBER },
  { DD_PLAN_PARENT, DD_KIND_PLAN, DD_PLAN_TITLE },
};

#define N_REFERENCES G_N_ELEMENTS (references)
#define ISSUER 0

/**
 * DdPlanSummary:
 *
 * What a plan has to reach, what it has reached, and what else is known of it.
 *
 * The figures are computed from the items whenever those change, and are kept
 * nowhere.
 */
struct _DdPlanSummary
{
  GtkWidget       parent_instance;

  /* Template children */
  GtkListBox     *targets;
  GtkListBox     *milestones;
  DdStageTiles   *tiles;
  DdFacts        *facts;
  GtkExpander    *history_expander;
  DdHistoryView  *history;

  DdSession      *session;
  DdRecord       *plan;         /* NULL: none is shown */
  DdRecord       *referred[N_REFERENCES];
  DdList         *target_list;
  DdList         *milestone_list;
  DdMeasureSums   sums;
  gboolean        has_sums;
  guint           figures_source;
  GCancellable   *figures_cancellable;
  GCancellable   *cancellable;  /* of what belongs to the plan */
};

G_DEFINE_FINAL_TYPE (DdPlanSummary, dd_plan_summary, GTK_TYPE_WIDGET)

/* Several changes in a row are reckoned with once. */
#define FIGURES_DELAY_MS 50

static const DdRow *
get_row (DdPlanSummary *self)
{
  return dd_record_get_row (self->plan);
}

static GtkWindow *
get_window (DdPlanSummary *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- figures -------------------------------------------------------------- */

static void
show_aims (DdPlanSummary *self,
           GtkListBox    *box)
{
  GtkListBoxRow *row;

  if (!self->has_sums)
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    dd_aim_row_show (DD_AIM_ROW (row), &self->sums, dd_session_get_today (self->session));
}

static void
show_figures (DdPlanSummary *self)
{
  show_aims (self, self->targets);
  show_aims (self, self->milestones);
}

static void
figures_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DdPlanSummary) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sums = dd_store_plan_sums_finish (DD_STORE (object), result, &error);

  if (sums == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("%s", error->message);
      return;
    }
  if (self->plan == NULL)
    return;

  /* A plan without items has no sums. */
  self->sums = (DdMeasureSums) { 0, };
  self->has_sums = TRUE;
  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, DdPlanSums, i).plan == dd_record_get_id (self->plan))
      self->sums = g_array_index (sums, DdPlanSums, i).sums;
  show_figures (self);
}

static void
forget_figures (DdPlanSummary *self)
{
  g_clear_handle_id (&self->figures_source, g_source_remove);
  g_cancellable_cancel (self->figures_cancellable);
  g_clear_object (&self->figures_cancellable);
}

static void
compute_figures (DdPlanSummary *self)
{
  DdStore *store = dd_session_get_store (self->session);

  forget_figures (self);
  if (self->plan == NULL)
    return;

  self->figures_cancellable = g_cancellable_new ();
  dd_store_plan_sums_async (store, self->figures_cancellable, figures_cb, g_object_ref (self));
  dd_stage_tiles_count (self->tiles, store, dd_record_get_id (self->plan),
                        dd_session_get_today (self->session));
}

static gboolean
figures_due_cb (gpointer user_data)
{
  DdPlanSummary *self = user_data;

  self->figures_source = 0;
  compute_figures (self);

  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (DdPlanSummary *self,
                  guint          kinds)
{
  if ((kinds >> DD_KIND_PLAN_ITEM & 1) != 0 && self->plan != NULL && self->figures_source == 0)
    self->figures_source = g_timeout_add (FIGURES_DELAY_MS, figures_due_cb, self);
}

/* --- showing -------------------------------------------------------------- */

static const char *
get_referred_name (DdPlanSummary *self,
                   guint          i)
{
  return self->referred[i] != NULL && dd_record_get_loaded (self->referred[i])
       ? dd_row_get_text (dd_record_get_row (self->referred[i]), references[i].name) : NULL;
}

static void
show_facts (DdPlanSummary *self)
{
  const DdField *fields = dd_row_get_type (get_row (self))->fields;

  dd_facts_clear (self->facts);
  dd_facts_add_field (self->facts, get_row (self), DD_PLAN_SCOPE);
  dd_facts_add_field (self->facts, get_row (self), DD_PLAN_BASIS);
  for (guint i = 0; i < N_REFERENCES; i++)
    dd_facts_add (self->facts, dd_field_get_label (&fields[references[i].field]),
                  get_referred_name (self, i));
  dd_facts_add_field (self->facts, get_row (self), DD_PLAN_NOTE);
}

static void
reference_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DdPlanSummary) self = user_data;
  g_autoptr (DdRecord) record = dd_store_fetch_finish (DD_STORE (object), result, NULL);

  if (record == NULL || self->plan == NULL)
    return;

  for (guint i = 0; i < N_REFERENCES; i++)
    if (references[i].kind == dd_record_get_kind (record) &&
        dd_row_get_reference (get_row (self), references[i].field) == dd_record_get_id (record))
      {
        g_set_object (&self->referred[i], record);
        g_signal_connect_object (record, "changed", G_CALLBACK (show_facts), self,
                                 G_CONNECT_SWAPPED);
      }
  show_facts (self);
}

static void
forget_reference (DdPlanSummary *self,
                  guint          i)
{
  if (self->referred[i] != NULL)
    g_signal_handlers_disconnect_by_data (self->referred[i], self);
  g_clear_object (&self->referred[i]);
}

static void
read_references (DdPlanSummary *self)
{
  for (guint i = 0; i < N_REFERENCES; i++)
    {
      gint64 id = dd_row_get_reference (get_row (self), references[i].field);

      if (self->referred[i] != NULL && dd_record_get_id (self->referred[i]) == id)
        continue;
      forget_reference (self, i);
      if (id != 0)
        dd_store_fetch_async (dd_session_get_store (self->session), references[i].kind, id,
                              self->cancellable, reference_read_cb, g_object_ref (self));
    }
}

static void
show_history (DdPlanSummary *self)
{
  if (self->plan != NULL && gtk_expander_get_expanded (self->history_expander))
    dd_history_view_show (self->history, dd_session_get_store (self->session), DD_KIND_PLAN,
                          dd_record_get_id (self->plan));
}

static void
show_plan (DdPlanSummary *self)
{
  if (self->plan == NULL || !dd_record_get_loaded (self->plan))
    return;

  read_references (self);
  show_facts (self);
  show_history (self);
}

static void
show_actions (DdPlanSummary *self)
{
  static const char * const writing[] = {
    "plan.add-target", "plan.edit-target", "plan.delete-target",
    "plan.add-milestone", "plan.edit-milestone", "plan.delete-milestone",
  };
  gboolean writable = self->plan != NULL &&
                      !dd_store_get_read_only (dd_session_get_store (self->session));

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], writable);
}

static GtkWidget *
make_aim_row (gpointer item,
              gpointer user_data)
{
  DdPlanSummary *self = user_data;
  GtkWidget *row = dd_aim_row_new (DD_RECORD (item));

  if (self->has_sums)
    dd_aim_row_show (DD_AIM_ROW (row), &self->sums, dd_session_get_today (self->session));

  return row;
}

static DdList *
make_list (DdPlanSummary *self,
           DdKind         kind,
           guint          owner,
           int            sort)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);

  dd_query_set_reference (query, owner, dd_record_get_id (self->plan));
  if (sort >= 0)
    dd_query_set_sort (query, (guint) sort, FALSE);

  return dd_store_get_list (dd_session_get_store (self->session), query);
}

static void
forget_plan (DdPlanSummary *self)
{
  forget_figures (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < N_REFERENCES; i++)
    forget_reference (self, i);
  if (self->targets != NULL)
    {
      gtk_list_box_bind_model (self->targets, NULL, NULL, NULL, NULL);
      gtk_list_box_bind_model (self->milestones, NULL, NULL, NULL, NULL);
    }
  g_clear_object (&self->target_list);
  g_clear_object (&self->milestone_list);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  self->has_sums = FALSE;
}

/* --- doing ---------------------------------------------------------------- */

typedef struct
{
  DdPlanSummary *summary;
  DdKind         kind;
  gint64         id;
  const char    *message;       /* what was done */
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->summary);
  g_free (deletion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
delete_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  DdSession *session = deletion->summary->session;
  DdChange *change;

  if (!dd_confirm_finish (result, NULL) || session == NULL)
    return;

  change = dd_session_change (session, NULL);
  dd_change_delete (change, deletion->kind, deletion->id);
  dd_session_apply (session, GTK_WIDGET (deletion->summary), change, deletion->message);
}

static void
ask_to_delete (DdPlanSummary *self,
               DdKind         kind,
               gint64         id,
               const char    *heading,
               const char    *body,
               const char    *message)
{
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->summary = g_object_ref (self);
  deletion->kind = kind;
  deletion->id = id;
  deletion->message = message;
  dd_confirm_async (get_window (self), DD_CONFIRM_DESTRUCTIVE, heading, body, _("_Delete"), NULL,
                    delete_cb, deletion);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DdPlanSummary *self = DD_PLAN_SUMMARY (widget);

  if (self->plan == NULL)
    return;

  if (g_str_equal (name, "plan.add-target"))
    gtk_window_present (GTK_WINDOW (dd_plan_form_target (self->session, get_window (self),
                                                         get_row (self), NULL)));
  else
    gtk_window_present (GTK_WINDOW (dd_plan_form_milestone (self->session, get_window (self),
                                                            get_row (self), NULL)));
}

static void
show_aim_form (DdPlanSummary *self,
               DdRecord      *record)
{
  const DdRow *row = dd_record_get_row (record);
  DdForm *form;

  if (self->plan == NULL || !dd_record_get_loaded (record))
    return;

  form = dd_record_get_kind (record) == DD_KIND_TARGET
       ? dd_plan_form_target (self->session, get_window (self), get_row (self), row)
       : dd_plan_form_milestone (self->session, get_window (self), get_row (self), row);
  gtk_window_present (GTK_WINDOW (form));
}

static void
edit_aim_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DdPlanSummary *self = DD_PLAN_SUMMARY (widget);
  DdList *list = g_str_equal (name, "plan.edit-target") ? self->target_list : self->milestone_list;
  guint position = list != NULL ? dd_list_find (list, g_variant_get_int64 (parameter))
                                : G_MAXUINT;
  g_autoptr (DdRecord) record = NULL;

  if (position == G_MAXUINT)
    return;

  record = g_list_model_get_item (G_LIST_MODEL (list), position);
  show_aim_form (self, record);
}

static void
aim_activated_cb (DdPlanSummary *self,
                  GtkListBoxRow *row)
{
  if (!dd_store_get_read_only (dd_session_get_store (self->session)))
    show_aim_form (self, dd_aim_row_get_record (DD_AIM_ROW (row)));
}

static void
delete_aim_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DdPlanSummary *self = DD_PLAN_SUMMARY (widget);
  gint64 id = g_variant_get_int64 (parameter);

  if (g_str_equal (name, "plan.delete-target"))
    ask_to_delete (self, DD_KIND_TARGET, id, _("Delete This Target?"),
                   _("The plan and its procedures stay as they are."), _("Target deleted"));
  else
    ask_to_delete (self, DD_KIND_MILESTONE, id, _("Delete This Milestone?"),
                   _("The plan and its procedures stay as they are."), _("Milestone deleted"));
}

/* --- the object ----------------------------------------------------------- */

static void
dd_plan_summary_dispose (GObject *object)
{
  DdPlanSummary *self = DD_PLAN_SUMMARY (object);
  GtkWidget *child;

  forget_plan (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_PLAN_SUMMARY);
  self->targets = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_plan_summary_parent_class)->dispose (object);
}

static void
dd_plan_summary_class_init (DdPlanSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_plan_summary_dispose;

  g_type_ensure (DD_TYPE_FACTS);
  g_type_ensure (DD_TYPE_HISTORY_VIEW);
  g_type_ensure (DD_TYPE_STAGE_TILES);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/plans/dd-plan-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, DdPlanSummary, targets);
  gtk_widget_class_bind_template_child (widget_class, DdPlanSummary, milestones);
  gtk_widget_class_bind_template_child (widget_class, DdPlanSummary, tiles);
  gtk_widget_class_bind_template_child (widget_class, DdPlanSummary, facts);
  gtk_widget_class_bind_template_child (widget_class, DdPlanSummary, history_expander);
  gtk_widget_class_bind_template_child (widget_class, DdPlanSummary, history);
  gtk_widget_class_bind_template_callback (widget_class, aim_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_history);

  gtk_widget_class_install_action (widget_class, "plan.add-target", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "plan.edit-target", "x", edit_aim_action);
  gtk_widget_class_install_action (widget_class, "plan.delete-target", "x", delete_aim_action);
  gtk_widget_class_install_action (widget_class, "plan.add-milestone", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "plan.edit-milestone", "x", edit_aim_action);
  gtk_widget_class_install_action (widget_class, "plan.delete-milestone", "x", delete_aim_action);
}

static void
dd_plan_summary_init (DdPlanSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dd_plan_summary_start (DdPlanSummary *self,
                       DdSession     *session)
{
  g_return_if_fail (DD_IS_PLAN_SUMMARY (self));

  self->session = g_object_ref (session);
  g_signal_connect_object (dd_session_get_store (session), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  show_actions (self);
}

/**
 * dd_plan_summary_get_issuer_name:
 *
 * Returns: (nullable): what the unit is called that issued the plan
 */
const char *
dd_plan_summary_get_issuer_name (DdPlanSummary *self)
{
  g_return_val_if_fail (DD_IS_PLAN_SUMMARY (self), NULL);

  return get_referred_name (self, ISSUER);
}

/**
 * dd_plan_summary_set_plan:
 * @plan: (nullable): the plan to show, and to follow
 */
void
dd_plan_summary_set_plan (DdPlanSummary *self,
                          DdRecord      *plan)
{
  g_return_if_fail (DD_IS_PLAN_SUMMARY (self));

  if (self->plan == plan)
    return;

  forget_plan (self);
  if (plan != NULL)
    {
      self->plan = g_object_ref (plan);
      self->cancellable = g_cancellable_new ();
      g_signal_connect_swapped (plan, "changed", G_CALLBACK (show_plan), self);
      self->target_list = make_list (self, DD_KIND_TARGET, DD_TARGET_PLAN, -1);
      self->milestone_list = make_list (self, DD_KIND_MILESTONE, DD_MILESTONE_PLAN,
                                        DD_MILESTONE_DAY);
      gtk_list_box_bind_model (self->targets, G_LIST_MODEL (self->target_list), make_aim_row,
                               self, NULL);
      gtk_list_box_bind_model (self->milestones, G_LIST_MODEL (self->milestone_list),
                               make_aim_row, self, NULL);
      compute_figures (self);
      show_plan (self);
    }
  show_actions (self);
}

/**
 * dd_plan_summary_today_changed:
 *
 * Judges the targets by the new day.
 */
void
dd_plan_summary_today_changed (DdPlanSummary *self)
{
  g_return_if_fail (DD_IS_PLAN_SUMMARY (self));

  compute_figures (self);
}
