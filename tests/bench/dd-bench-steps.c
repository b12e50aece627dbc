/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dd-bench-steps.h"

#include "dd-table-model.h"
#include "dd-task.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_COLUMNS 6
#define ALL G_MAXUINT             /* the last choice */

/* What is asked for, in the bare view's own words. They are the program's: a
 * floor is the same answer without the program around it. */
#define OPEN "completed IS NULL AND state <> 'refused' AND state <> 'suspended'" \
             " AND state <> 'withdrawn'"
#define DUE "coalesce (due, '9999-99-99')"
#define FIRST "SELECT id FROM task WHERE " OPEN " ORDER BY " DUE ", id"

typedef struct
{
  const char *name;
  const char *sql;
  guint       status;           /* in the drop-down of the program, or ALL */
  const char *search;
  int         sort;             /* field */
} Step;

static const Step steps[] = {
  { "filter_overdue", "SELECT id FROM task WHERE " OPEN " AND " DUE " < '2026-11-21'"
                      " ORDER BY " DUE ", id", 1, "", DD_TASK_DUE },
  { "filter_all", "SELECT id FROM task ORDER BY " DUE ", id", ALL, "", DD_TASK_DUE },
  { "sort_content", "SELECT id FROM task ORDER BY content_key, id", ALL, "", DD_TASK_CONTENT },
  { "sort_lead", "SELECT task.id FROM unit CROSS JOIN task ON task.lead = unit.id"
                 " ORDER BY unit.name_key, unit.id, " DUE ", task.id", ALL, "", DD_TASK_LEAD },
  { "search_rare", "SELECT task.id FROM task_folded CROSS JOIN task ON task.id = task_folded.rowid"
                   " WHERE task_folded MATCH '\"dang\" \"kiem\"*' ORDER BY " DUE ", task.id",
    ALL, "dang kiem", DD_TASK_DUE },
  { "search_common", "SELECT task.id FROM task_words CROSS JOIN task ON task.id = task_words.rowid"
                     " WHERE task_words MATCH '\"hộ\" \"tịch\"*' ORDER BY " DUE ", task.id",
    ALL, "hộ tịch", DD_TASK_DUE },
  { "search_none", "SELECT task.id FROM task_folded CROSS JOIN task ON task.id = task_folded.rowid"
                   " WHERE task_folded MATCH '\"zzz\"*' ORDER BY " DUE ", task.id",
    ALL, "zzz", DD_TASK_DUE },
};

/* --- the bare view -------------------------------------------------------- */

static sqlite3 *db;
static sqlite3_stmt *row_statement;
static gboolean is_bare;

#define BENCH_TYPE_ROW (bench_row_get_type ())
G_DECLARE_FINAL_TYPE (BenchRow, bench_row, BENCH, ROW, GObject)

struct _BenchRow
{
  GObject  parent_instance;

  gint64   id;
  char    *cells[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (BenchRow, bench_row, G_TYPE_OBJECT)

static void
bench_row_finalize (GObject *object)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (BENCH_ROW (object)->cells[i]);

  G_OBJECT_CLASS (bench_row_parent_class)->finalize (object);
}

static void
bench_row_class_init (BenchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_row_finalize;
}

static void
bench_row_init (BenchRow *self)
{
}

#define BENCH_TYPE_MODEL (bench_model_get_type ())
G_DECLARE_FINAL_TYPE (BenchModel, bench_model, BENCH, MODEL, GObject)

struct _BenchModel
{
  GObject  parent_instance;

  GArray  *ids;
};

static GType
bench_model_get_item_type (GListModel *model)
{
  return BENCH_TYPE_ROW;
}

static guint
bench_model_get_n_items (GListModel *model)
{
  return BENCH_MODEL (model)->ids->len;
}

static gpointer
bench_model_get_item (GListModel *model,
                      guint       position)
{
  BenchModel *self = BENCH_MODEL (model);
  BenchRow *row;

  if (position >= self->ids->len)
    return NULL;

  row = g_object_new (BENCH_TYPE_ROW, NULL);
  row->id = g_array_index (self->ids, gint64, position);
  sqlite3_bind_int64 (row_statement, 1, row->id);
  if (sqlite3_step (row_statement) == SQLITE_ROW)
    for (guint i = 0; i < N_COLUMNS; i++)
      row->cells[i] = g_strdup ((const char *) sqlite3_column_text (row_statement, (int) i));
  sqlite3_reset (row_statement);

  return row;
}

static void
bench_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = bench_model_get_item_type;
  iface->get_n_items = bench_model_get_n_items;
  iface->get_item = bench_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchModel, bench_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bench_model_iface_init))

static void
bench_model_finalize (GObject *object)
{
  g_array_unref (BENCH_MODEL (object)->ids);

  G_OBJECT_CLASS (bench_model_parent_class)->finalize (object);
}

static void
bench_model_class_init (BenchModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_model_finalize;
}

static void
bench_model_init (BenchModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* A new model and a new selection for each answer: to change the model of a
 * selection has GTK read all of it, in search of what was there before. */
static GtkSelectionModel *
make_selection (const char *sql)
{
  BenchModel *model = g_object_new (BENCH_TYPE_MODEL, NULL);
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (model->ids, id);
    }
  sqlite3_finalize (statement);

  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (model)));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            column)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (GPOINTER_TO_UINT (column) < 2)
    {
      gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 2);
      gtk_inscription_set_nat_lines (GTK_INSCRIPTION (cell), 2);
    }
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            column)
{
  BenchRow *row = gtk_list_item_get_item (item);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            row->cells[GPOINTER_TO_UINT (column)]);
}

/**
 * dd_bench_bare_view_new:
 *
 * A column view as the program's, over a model that knows the ids and fetches
 * a row's texts when it is shown.
 */
GtkWidget *
dd_bench_bare_view_new (const char *path)
{
  static const int widths[N_COLUMNS] = { 0, 140, 94, 130, 72, 104 };
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view;

  is_bare = TRUE;
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2 (db, "SELECT content, (SELECT name FROM unit WHERE id = lead), deadline,"
                              " state, '', (SELECT number FROM directive JOIN document"
                              " ON document.id = directive.document"
                              " WHERE directive.id = task.directive)"
                              " FROM task WHERE id = ?", -1, &row_statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));

  view = gtk_column_view_new (make_selection (FIRST));
  gtk_widget_add_css_class (view, "data-table");
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new ("x", factory);
      if (widths[i] > 0)
        gtk_column_view_column_set_fixed_width (column, widths[i]);
      else
        gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

/* --- steps ---------------------------------------------------------------- */

static GtkWidget *top;
static void (*finish_all) (void);
static int step = -1;
static double begun;
static double took[G_N_ELEMENTS (steps)];
static double longest_hold;     /* of the main thread, between frames, in milliseconds */
static double last_tick;
static gboolean in_frame;

static GtkWidget *
find_type (GtkWidget  *widget,
           const char *name)
{
  if (strcmp (G_OBJECT_TYPE_NAME (widget), name) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static GtkColumnView *
get_view (void)
{
  return GTK_COLUMN_VIEW (find_type (top, "GtkColumnView"));
}

/* The bare view has its answer before it goes on. */
static gboolean
is_answered (void)
{
  GtkSelectionModel *model = gtk_column_view_get_model (get_view ());

  return is_bare || !dd_list_get_loading (dd_table_model_get_list (DD_TABLE_MODEL (model)));
}

/* As a user would: the drop-down, the search box, the header. */
static void
ask_program (const Step *what)
{
  GtkWidget *filters = find_type (top, "DdTaskFilters");
  GtkWidget *table = find_type (top, "DdTable");
  GtkWidget *search = find_type (filters, "GtkSearchEntry");
  GtkDropDown *statuses = GTK_DROP_DOWN (find_type (filters, "GtkDropDown"));

  gtk_drop_down_set_selected (statuses,
                              what->status != ALL ? what->status
                              : g_list_model_get_n_items (gtk_drop_down_get_model (statuses)) - 1);
  gtk_widget_activate_action (table, "table.sort", "(ib)", what->sort, FALSE);
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (search)), what->search) != 0)
    gtk_editable_set_text (GTK_EDITABLE (search), what->search);
}

static gboolean next_step_cb (gpointer user_data);

static void
painted_cb (void)
{
  in_frame = FALSE;
  last_tick = now ();
  if (step < 0 || begun <= 0.0 || !is_answered ())
    return;

  took[step] = now () - begun;
  begun = 0.0;
  /* What follows the first page must not run into the next step. */
  g_timeout_add (1500, next_step_cb, NULL);
}

/* The clock tells of a frame as soon as it begins to be made. */
static void
frame_begins_cb (void)
{
  in_frame = TRUE;
}

static gboolean
tick_cb (gpointer user_data)
{
  double tick = now ();

  if (!in_frame && last_tick > 0.0 && step >= 0)
    longest_hold = MAX (longest_hold, tick - last_tick);
  last_tick = tick;

  return G_SOURCE_CONTINUE;
}

static gboolean
next_step_cb (gpointer user_data)
{
  if (++step == G_N_ELEMENTS (steps))
    {
      finish_all ();
      return G_SOURCE_REMOVE;
    }

  begun = now ();
  if (is_bare)
    {
      g_autoptr (GtkSelectionModel) selection = make_selection (steps[step].sql);

      gtk_column_view_set_model (get_view (), selection);
    }
  else
    ask_program (&steps[step]);

  return G_SOURCE_REMOVE;
}

void
dd_bench_steps_begin (GtkWidget *window,
                      void     (*finish) (void))
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  top = window;
  finish_all = finish;
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begins_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);
  g_timeout_add (2, tick_cb, NULL);
  g_timeout_add (1500, next_step_cb, NULL);
}

void
dd_bench_steps_print (void)
{
  if (step < 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    printf (", \"%s\": %.1f", steps[i].name, took[i]);
  printf (", \"hold\": %.1f", longest_hold);
}
