/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-overview-page"

#include "config.h"

#include "dd-overview-page.h"

#include "dd-day-text.h"
#include "dd-figure-box.h"
#include "dd-figures.h"
#include "dd-number-text.h"
#include "dd-plan-targets.h"
#include "dd-plan.h"
#include "dd-red-list.h"
#include "dd-target.h"
#include "dd-task-rates.h"
#include "dd-unit-table.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * DdOverviewPage:
 *
 * One page for a leader: how much is done and how much is late, who has to
 * explain what, how far each unit is, and what the plans still lack.
 *
 * Every number is counted by the store's thread, and opens the tasks that it
 * counts. The page stands there before the numbers do: it asks for them when it has been
 * painted, and makes what is below the boxes only then. While it is not looked at it asks
 * for nothing, and asks when it is shown again.
 */
struct _DdOverviewPage
{
  DdPage          parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkLabel       *fault;
  GtkStack       *stack;
  GtkWidget      *content;
  GtkBox         *sections;
  DdFigureBox    *on_time;
  DdFigureBox    *late;
  DdFigureBox    *in_time;
  DdFigureBox    *overdue;
  DdFigureBox    *no_deadline;
  GtkLabel       *summary;
  GtkButton      *stopped_button;

  GtkWidget      *empty;        /* NULL until there is nothing to show */
  DdRedList      *red_list;     /* the three are NULL until the page asks */
  DdUnitTable    *unit_table;
  DdPlanTargets  *plan_targets;

  GCancellable   *cancellable;  /* of the look that is being taken, or was last */
  guint           timer;
  gboolean        stale;
};

G_DEFINE_FINAL_TYPE (DdOverviewPage, dd_overview_page, DD_TYPE_PAGE)

#define BIT(status) DD_STATUS_BIT (DD_TASK_STATUS_##status)

/* Many changes may come at once; one look at the end of them is enough. */
#define REFRESH_DELAY_MS 400

/* More plans than this are not read on one page. */
#define N_PLANS 24

/* One look at the records: question after question, with the answers so far. */
typedef struct
{
  DdOverviewPage *page;
  GCancellable   *cancellable;
  GPtrArray      *units;
  GArray         *sums;
  GPtrArray      *plans;
  GPtrArray      *targets;      /* of GPtrArray, one for each plan */
} Look;

static void
look_free (Look *look)
{
  g_clear_pointer (&look->units, g_ptr_array_unref);
  g_clear_pointer (&look->sums, g_array_unref);
  g_clear_pointer (&look->plans, g_ptr_array_unref);
  g_clear_pointer (&look->targets, g_ptr_array_unref);
  g_object_unref (look->cancellable);
  g_object_unref (look->page);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

/* --- the figures of tasks ------------------------------------------------- */

static void
show_box (DdFigureBox *box,
          guint        count,
          guint        with_deadline)
{
  g_autofree char *share = dd_share_to_text (dd_task_rates_get_share (count, with_deadline));

  dd_figure_box_show (box, count, with_deadline > 0 ? share : NULL);
}

static void
show_part (DdFigureBox *box,
           guint        statuses,
           guint        count,
           const char  *pattern)
{
  g_autofree char *number = dd_number_to_text (count);
  g_autofree char *text = g_strdup_printf (pattern, number);

  dd_figure_box_show_part (box, statuses, count > 0 ? text : NULL);
}

static void
show_boxes (DdOverviewPage    *self,
            const guint        counts[DD_N_TASK_STATUSES],
            const DdTaskRates *rates)
{
  guint soon = counts[DD_TASK_STATUS_WIP_SOON];
  guint overdue = counts[DD_TASK_STATUS_WIP_LATE];
  guint open_nodl = counts[DD_TASK_STATUS_WIP_NODL];
  guint done_nodl = counts[DD_TASK_STATUS_DONE_NODL];

  show_box (self->on_time, counts[DD_TASK_STATUS_DONE_ONTIME], rates->with_deadline);
  show_box (self->late, counts[DD_TASK_STATUS_DONE_LATE], rates->with_deadline);
  show_box (self->in_time, counts[DD_TASK_STATUS_WIP_OK] + soon, rates->with_deadline);
  show_box (self->overdue, overdue, rates->with_deadline);
  dd_figure_box_set_alarming (self->overdue, overdue > 0);
  dd_figure_box_show (self->no_deadline, open_nodl + done_nodl, NULL);

  show_part (self->in_time, BIT (WIP_SOON), soon,
             /* Translators: %s is a number of tasks. */
             g_dngettext (GETTEXT_PACKAGE, "%s of them due soon", "%s of them due soon", soon));
  show_part (self->no_deadline, BIT (WIP_NODL), open_nodl,
             /* Translators: %s is a number of tasks without a deadline. */
             g_dngettext (GETTEXT_PACKAGE, "%s in progress", "%s in progress", open_nodl));
  show_part (self->no_deadline, BIT (DONE_NODL), done_nodl,
             /* Translators: %s is a number of tasks without a deadline. */
             g_dngettext (GETTEXT_PACKAGE, "%s completed", "%s completed", done_nodl));
}

static char *
describe_rates (const DdTaskRates *rates)
{
  g_autofree char *total = dd_number_to_text (rates->total);
  g_autofree char *with_deadline = dd_number_to_text (rates->with_deadline);
  g_autofree char *completion = dd_share_to_text (rates->completion);
  g_autofree char *on_time = dd_share_to_text (rates->on_time);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%s task", "%s tasks", rates->total),
                          total);
  if (rates->completion >= 0)
    {
      g_string_append (text, " · ");
      /* Translators: %s is the share of completed tasks: "57.2%". */
      g_string_append_printf (text, C_("share of tasks", "%s completed"), completion);
    }
  if (rates->on_time >= 0)
    {
      g_string_append (text, " · ");
      /* Translators: %s is the share of those completed on time among the completed
       * tasks that had a deadline: "81%". */
      g_string_append_printf (text, _("%s of the completed ones on time"), on_time);
    }
  if (rates->with_deadline > 0)
    {
      g_string_append (text, " · ");
      /* Translators: %s is a number. The shares are those in the boxes above. */
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                                 "shares above: of the %s task with a deadline",
                                                 "shares above: of the %s tasks with a deadline",
                                                 rates->with_deadline), with_deadline);
    }

  return g_strdup (text->str);
}

static void
show_stopped (DdOverviewPage *self,
              guint           count)
{
  g_autofree char *number = dd_number_to_text (count);
  g_autofree char *text = NULL;

  /* Translators: %s is a number of tasks, which the figures leave out. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not Counted: %s Suspended or Withdrawn",
                                       "Not Counted: %s Suspended or Withdrawn", count), number);
  gtk_button_set_label (self->stopped_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->stopped_button), count > 0);
}

static void
show_tasks (DdOverviewPage *self,
            GPtrArray      *units)
{
  guint counts[DD_N_TASK_STATUSES] = { 0, };
  g_autofree char *summary = NULL;
  DdTaskRates rates;

  for (guint i = 0; i < units->len; i++)
    for (guint j = 0; j < DD_N_TASK_STATUSES; j++)
      counts[j] += ((const DdUnitFigures *) units->pdata[i])->counts[j];
  rates = dd_task_rates_compute (counts);
  summary = describe_rates (&rates);

  show_boxes (self, counts, &rates);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), TRUE);
  show_stopped (self, counts[DD_TASK_STATUS_STOPPED]);
  dd_unit_table_show (self->unit_table, units);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_table), units->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sections), TRUE);
}

/* --- the targets of plans ------------------------------------------------- */

static DdMeasureSums
find_sums (GArray *sums,
           gint64  plan)
{
  static const DdMeasureSums none;

  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, DdPlanSums, i).plan == plan)
      return g_array_index (sums, DdPlanSums, i).sums;

  return none;
}

static void
show_plans (DdOverviewPage *self,
            const Look     *look)
{
  DdDay today = dd_page_get_today (DD_PAGE (self));

  dd_plan_targets_clear (self->plan_targets);
  for (guint i = 0; i < look->plans->len; i++)
    {
      DdMeasureSums sums = find_sums (look->sums, dd_row_get_id (look->plans->pdata[i]));

      dd_plan_targets_add (self->plan_targets, look->plans->pdata[i], &sums,
                           look->targets->pdata[i], today);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->plan_targets), look->plans->len > 0);
}

/* --- the sections --------------------------------------------------------- */

static gpointer
add_section (DdOverviewPage *self,
             GType           type)
{
  GtkWidget *section = g_object_new (type, "visible", FALSE, NULL);

  gtk_box_append (self->sections, section);

  return section;
}

/* The red list asks first, since its answer is there at once, and is seen with the
 * figures: what comes one after the other would push the rest down. */
static void
add_sections (DdOverviewPage *self)
{
  self->red_list = add_section (self, DD_TYPE_RED_LIST);
  self->unit_table = add_section (self, DD_TYPE_UNIT_TABLE);
  self->plan_targets = add_section (self, DD_TYPE_PLAN_TARGETS);
  dd_red_list_start (self->red_list, dd_page_get_session (DD_PAGE (self)));
}

/* --- asking --------------------------------------------------------------- */

static void
show_fault (DdOverviewPage *self,
            const GError   *error)
{
  g_autofree char *sentence = NULL;

  if (error != NULL)
    sentence = dd_store_error_to_text (error,
                                       dd_store_get_path (dd_page_get_store (DD_PAGE (self))));
  gtk_label_set_text (self->fault, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), sentence != NULL);
}

/* Whether an answer may be shown. One that comes after another look was begun, or
 * after the file was closed, may not. If it is an error the page says so, and what it
 * shows stays. */
static gboolean
is_wanted (Look         *look,
           const GError *error)
{
  if (g_cancellable_is_cancelled (look->cancellable) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return FALSE;

  show_fault (look->page, error);

  return error == NULL;
}

static GtkWidget *
get_empty (DdOverviewPage *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->empty == NULL)
    {
      builder = gtk_builder_new_from_resource ("/vn/dondoc/ui/overview/dd-overview-empty.ui");
      self->empty = GTK_WIDGET (gtk_builder_get_object (builder, "empty"));
      gtk_stack_add_child (self->stack, self->empty);
    }

  return self->empty;
}

static void ask_targets (Look *look);

static void
targets_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *targets = dd_store_select_finish (DD_STORE (object), result, &error);

  if (targets != NULL)
    g_ptr_array_add (look->targets, targets);
  if (is_wanted (look, error))
    ask_targets (g_steal_pointer (&look));
}

/* Of one plan after the other, and when all are there, nothing is left to ask.
 * Takes @look. */
static void
ask_targets (Look *look)
{
  g_autoptr (Look) owned = look;
  g_autoptr (DdQuery) query = NULL;

  if (look->targets->len == look->plans->len)
    {
      gboolean empty = look->units->len == 0 && look->plans->len == 0;
      DdOverviewPage *self = look->page;

      show_plans (self, look);
      gtk_stack_set_visible_child (self->stack, empty ? get_empty (self) : self->content);
      return;
    }

  query = dd_query_new (DD_KIND_TARGET);
  dd_query_set_reference (query, DD_TARGET_PLAN,
                          dd_row_get_id (look->plans->pdata[look->targets->len]));
  dd_store_select_async (dd_page_get_store (DD_PAGE (look->page)), query, look->cancellable,
                         targets_cb, g_steal_pointer (&owned));
}

static void
plans_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;

  look->plans = dd_store_select_finish (DD_STORE (object), result, &error);
  look->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (is_wanted (look, error))
    ask_targets (g_steal_pointer (&look));
}

/* A plan that is closed was reported on: nobody has to reach its targets any more. */
static DdQuery *
make_plans_query (void)
{
  DdQuery *query = dd_query_new (DD_KIND_PLAN);

  dd_query_set_choices (query, DD_PLAN_STATE,
                        1u << DD_PLAN_STATE_DRAFT | 1u << DD_PLAN_STATE_ISSUED);
  dd_query_set_sort (query, DD_PLAN_LAST_DAY, FALSE);
  dd_query_set_limit (query, N_PLANS);

  return query;
}

static void
sums_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuery) query = make_plans_query ();
  GCancellable *cancellable = look->cancellable;

  look->sums = dd_store_plan_sums_finish (DD_STORE (object), result, &error);
  if (is_wanted (look, error))
    dd_store_select_async (DD_STORE (object), query, cancellable, plans_cb,
                           g_steal_pointer (&look));
}

static void
figures_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = look->cancellable;

  look->units = dd_store_task_figures_finish (DD_STORE (object), result, &error);
  if (!is_wanted (look, error))
    return;

  show_tasks (look->page, look->units);
  dd_store_plan_sums_async (DD_STORE (object), cancellable, sums_cb, g_steal_pointer (&look));
}

static void
ask (DdOverviewPage *self)
{
  Look *look = g_new0 (Look, 1);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (self->red_list == NULL)
    add_sections (self);
  self->stale = FALSE;
  self->cancellable = g_cancellable_new ();
  look->page = g_object_ref (self);
  look->cancellable = g_object_ref (self->cancellable);
  dd_store_task_figures_async (dd_page_get_store (DD_PAGE (self)),
                               dd_page_get_today (DD_PAGE (self)), look->cancellable, figures_cb,
                               look);
}

static gboolean
ask_cb (gpointer user_data)
{
  DdOverviewPage *self = user_data;

  self->timer = 0;
  ask (self);

  return G_SOURCE_REMOVE;
}

/* What is counted would take the processor from what is painted: it comes after. */
static void
painted_cb (DdOverviewPage *self,
            GdkFrameClock  *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  if (self->timer == 0)
    self->timer = g_idle_add (ask_cb, self);
}

static void
changed_cb (DdOverviewPage *self,
            guint           kinds)
{
  static const guint shown = 1u << DD_KIND_TASK | 1u << DD_KIND_UNIT | 1u << DD_KIND_SETTING |
                             1u << DD_KIND_PLAN | 1u << DD_KIND_PLAN_ITEM | 1u << DD_KIND_TARGET;

  if ((kinds & shown) == 0 || self->cancellable == NULL)
    return;

  self->stale = TRUE;
  if (self->timer == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->timer = g_timeout_add (REFRESH_DELAY_MS, ask_cb, self);
}

/* --- the object ----------------------------------------------------------- */

static void
show_day (DdOverviewPage *self)
{
  g_autofree char *day = dd_day_to_long_text (dd_page_get_today (DD_PAGE (self)));
  /* Translators: %s is a day: the figures are as of that day. */
  g_autofree char *text = g_strdup_printf (_("As of %s"), day);

  adw_window_title_set_subtitle (self->title, text);
}

static void
dd_overview_page_start (DdPage *page)
{
  DdOverviewPage *self = DD_OVERVIEW_PAGE (page);

  show_day (self);
  g_signal_connect_object (dd_page_get_store (page), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
dd_overview_page_today_changed (DdPage *page)
{
  DdOverviewPage *self = DD_OVERVIEW_PAGE (page);

  show_day (self);
  if (self->red_list != NULL)
    dd_red_list_refresh (self->red_list);
  if (self->cancellable != NULL)
    ask (self);
}

/* The first box: before they have their places, GTK would take any of them. */
static void
dd_overview_page_enter (DdPage *page)
{
  DdOverviewPage *self = DD_OVERVIEW_PAGE (page);

  gtk_widget_child_focus (gtk_widget_get_mapped (GTK_WIDGET (self->on_time))
                          ? GTK_WIDGET (self->on_time) : GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
dd_overview_page_map (GtkWidget *widget)
{
  DdOverviewPage *self = DD_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (dd_overview_page_parent_class)->map (widget);

  if (self->stale)
    ask (self);
  else if (self->cancellable == NULL)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                             G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
}

static void
dd_overview_page_dispose (GObject *object)
{
  DdOverviewPage *self = DD_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (dd_overview_page_parent_class)->dispose (object);
}

static void
dd_overview_page_class_init (DdOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DdPageClass *page_class = DD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_overview_page_dispose;
  widget_class->map = dd_overview_page_map;
  page_class->start = dd_overview_page_start;
  page_class->today_changed = dd_overview_page_today_changed;
  page_class->enter = dd_overview_page_enter;

  /* The template names this type as text: make sure it exists. */
  g_type_ensure (DD_TYPE_FIGURE_BOX);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/overview/dd-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, fault);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, sections);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, on_time);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, late);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, in_time);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, no_deadline);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, summary);
  gtk_widget_class_bind_template_child (widget_class, DdOverviewPage, stopped_button);
}

static void
dd_overview_page_init (DdOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dd_figure_box_set_statuses (self->on_time, BIT (DONE_ONTIME));
  dd_figure_box_set_statuses (self->late, BIT (DONE_LATE));
  dd_figure_box_set_statuses (self->in_time, BIT (WIP_OK) | BIT (WIP_SOON));
  dd_figure_box_set_statuses (self->overdue, BIT (WIP_LATE));
  dd_figure_box_set_statuses (self->no_deadline, BIT (WIP_NODL) | BIT (DONE_NODL));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->stopped_button), "(uxs)", BIT (STOPPED),
                                    (gint64) 0, "");
}

GtkWidget *
dd_overview_page_new (DdSession *session)
{
  return g_object_new (DD_TYPE_OVERVIEW_PAGE, "session", session, NULL);
}
