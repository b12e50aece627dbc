/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the window need: a page over a store of its own, in a window
 * of its own, and ways to look at it and to act on it as a user would.
 *
 * A test that uses it begins with dd_display_init() and adds its cases with
 * DD_DISPLAY_ADD(). In each case
 *
 *   static void
 *   test_something (DdDisplayFixture *f,
 *                   gconstpointer     data)
 *   {
 *     gint64 unit = dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
 *
 *     dd_display_show (f, dd_tasks_page_new (f->session));
 *     dd_display_wait_text (f->window, "Sở Tư pháp");
 *   }
 *
 * the store is open and empty, the clock stands at DD_DISPLAY_TODAY, and what
 * the page asks of the window through "win." actions is kept in f->action and
 * f->parameter. All of it is taken down, and must then be gone, afterwards.
 *
 * Whatever windows a test opens and whatever its page shows at its end has to
 * have its names for those who cannot see it.
 *
 * Nothing here sleeps: waiting is for a condition, and ends the test if it
 * does not come true. Run under tests/with-x.sh with GTK_A11Y=test, since
 * accessible names are looked at. */
#pragma once

#include "dd-session.h"
#include "dd-test-utils.h"

G_BEGIN_DECLS

/* The day on which the clock of every case stands: a Wednesday, with the rest of
 * its week, of its month, and a month's end in another week before it. */
#define DD_DISPLAY_TODAY (dd_day_new (2024, 5, 15))

/**
 * DdDisplayFixture:
 * @store: a store that is open and empty
 * @window: (nullable): the window, once dd_display_show() made it
 * @action: (nullable): the last "win." action that was asked for, without the prefix
 * @parameter: (nullable): what came with it
 * @told: (nullable): what the user was told last, as a toast does
 * @told_action: what can be taken back of it; 0: nothing
 */
typedef struct
{
  DdStoreFixture  store;
  DdClock        *clock;
  DdSession      *session;
  GtkWidget      *window;
  char           *action;
  GVariant       *parameter;
  char           *told;
  gint64          told_action;
} DdDisplayFixture;

#define DD_DISPLAY_ADD(path, function) \
  g_test_add (path, DdDisplayFixture, NULL, dd_display_set_up, function, dd_display_tear_down)

/* Whether what is waited for has come. */
typedef gboolean (*DdDisplayCheck) (gpointer user_data);

void        dd_display_init           (int                *argc,
                                       char             ***argv);
void        dd_display_set_up         (DdDisplayFixture   *f,
                                       gconstpointer       data);
void        dd_display_tear_down      (DdDisplayFixture   *f,
                                       gconstpointer       data);
void        dd_display_show           (DdDisplayFixture   *f,
                                       GtkWidget          *page);

void        dd_display_wait           (DdDisplayCheck      check,
                                       gpointer            user_data);
void        dd_display_wait_frames    (GtkWidget          *widget,
                                       guint               n);
void        dd_display_wait_answers   (DdDisplayFixture   *f);
void        dd_display_wait_quiet     (DdDisplayFixture   *f);
void        dd_display_wait_text      (GtkWidget          *root,
                                       const char         *text);
void        dd_display_wait_no_text   (GtkWidget          *root,
                                       const char         *text);
void        dd_display_wait_action    (DdDisplayFixture   *f,
                                       const char         *action);

gboolean    dd_display_is_shown       (GtkWidget          *widget);
const char *dd_display_get_text       (GtkWidget          *widget);
char       *dd_display_get_name       (GtkWidget          *widget) G_GNUC_WARN_UNUSED_RESULT;
void        dd_display_check_names    (GtkWidget          *root);
GPtrArray  *dd_display_collect_texts  (GtkWidget          *root) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dd_display_has_text       (GtkWidget          *root,
                                       const char         *text);
guint       dd_display_get_order      (GtkWidget          *root,
                                       const char         *text);
GPtrArray  *dd_display_find_all       (GtkWidget          *root,
                                       GType               type) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *dd_display_find_type      (GtkWidget          *root,
                                       GType               type);
GtkWidget  *dd_display_find_text      (GtkWidget          *root,
                                       const char         *text);
GtkWidget  *dd_display_find_named     (GtkWidget          *root,
                                       GType               type,
                                       const char         *name);
GtkWidget  *dd_display_find_around    (GtkWidget          *root,
                                       GType               type,
                                       const char         *text);

void        dd_display_click          (GtkWidget          *button);
void        dd_display_forget_action  (DdDisplayFixture   *f);

G_END_DECLS
