/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window is spread over several files: this is what they share. */
#pragma once

#include "dd-window.h"

#include "dd-page.h"
#include "dd-welcome.h"

G_BEGIN_DECLS

typedef enum
{
  DD_SECTION_OVERVIEW,
  DD_SECTION_MEETINGS,
  DD_SECTION_TASKS,
  DD_SECTION_DEADLINES,
  DD_SECTION_PLANS,
} DdSection;

#define DD_N_SECTIONS (DD_SECTION_PLANS + 1)

struct _DdWindow
{
  AdwApplicationWindow  parent_instance;

  /* Template children */
  AdwToastOverlay      *toasts;
  AdwWindowTitle       *file_title;
  GtkMenuButton        *menu_button;
  GMenuModel           *main_menu;
  GtkListBox           *sections;
  GtkStack             *stack;
  GtkLabel             *note;

  GSettings            *settings;
  DdClock              *clock;
  char                 *path;           /* of the file that is open, or to be */
  DdStore              *store;          /* being opened, or open */
  DdSession            *session;        /* NULL while no file is open */
  DdPage               *pages[DD_N_SECTIONS];   /* made when they are first shown */
  GtkWidget            *counts[DD_N_SECTIONS];  /* labels in the sidebar */
  AdwToast             *toast;          /* the last one, while it lives; not owned */
  gint64                last_action;    /* that Ctrl+Z takes back; 0: none */
  guint                 count_timer;
  DdWelcome            *welcome;        /* the last one shown; of use while no file is open */
  gboolean              with_sample;    /* the file that is being made gets sample data */
  char                 *wanted_page;
};

void     dd_window_install_actions (DdWindowClass *klass);
void     dd_window_install_file_actions (DdWindowClass *klass);
void     dd_window_open_file       (DdWindow      *self,
                                    const char    *path,
                                    gboolean       create);
void     dd_window_close_file      (DdWindow      *self);
void     dd_window_show_welcome    (DdWindow      *self,
                                    const char    *error);
void     dd_window_begin_session   (DdWindow      *self);
char    *dd_window_get_own_path    (void) G_GNUC_WARN_UNUSED_RESULT;
void     dd_window_tell            (DdWindow      *self,
                                    const char    *message,
                                    gint64         action);
DdPage  *dd_window_show_section    (DdWindow      *self,
                                    DdSection      section);
void     dd_window_watch_counts    (DdWindow      *self);
void     dd_window_update_actions  (DdWindow      *self);
void     dd_window_import_sample   (DdWindow      *self);

G_END_DECLS
