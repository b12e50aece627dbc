/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-page"

#include "dd-page.h"

/**
 * DdPage:
 *
 * What every page of the window is: a template filled from the records of a
 * session, which it gets when it is made and keeps.
 */
typedef struct
{
  DdSession *session;
} DdPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DdPage, dd_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SESSION = 1,
} DdPageProperty;

static GParamSpec *properties[PROP_SESSION + 1];

#define GET_PRIVATE(self) ((DdPagePrivate *) dd_page_get_instance_private (self))

static void
today_changed_cb (DdPage *self)
{
  if (DD_PAGE_GET_CLASS (self)->today_changed != NULL)
    DD_PAGE_GET_CLASS (self)->today_changed (self);
}

static void
dd_page_constructed (GObject *object)
{
  DdPage *self = DD_PAGE (object);
  DdSession *session = GET_PRIVATE (self)->session;

  G_OBJECT_CLASS (dd_page_parent_class)->constructed (object);

  g_return_if_fail (session != NULL);

  g_signal_connect_object (dd_session_get_clock (session), "notify::today",
                           G_CALLBACK (today_changed_cb), self, G_CONNECT_SWAPPED);
  if (DD_PAGE_GET_CLASS (self)->start != NULL)
    DD_PAGE_GET_CLASS (self)->start (self);
}

static void
dd_page_dispose (GObject *object)
{
  DdPage *self = DD_PAGE (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), G_OBJECT_TYPE (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&GET_PRIVATE (self)->session);

  G_OBJECT_CLASS (dd_page_parent_class)->dispose (object);
}

static void
dd_page_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch ((DdPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, GET_PRIVATE (DD_PAGE (object))->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_page_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  switch ((DdPageProperty) prop_id)
    {
    case PROP_SESSION:
      GET_PRIVATE (DD_PAGE (object))->session = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_page_class_init (DdPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dd_page_constructed;
  object_class->dispose = dd_page_dispose;
  object_class->get_property = dd_page_get_property;
  object_class->set_property = dd_page_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DD_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dd_page_init (DdPage *self)
{
}

/**
 * dd_page_get_session:
 *
 * Returns: (transfer none): what the page was made with
 */
DdSession *
dd_page_get_session (DdPage *self)
{
  g_return_val_if_fail (DD_IS_PAGE (self), NULL);

  return GET_PRIVATE (self)->session;
}

/**
 * dd_page_get_store:
 *
 * Returns: (transfer none): the file of records that the page shows
 */
DdStore *
dd_page_get_store (DdPage *self)
{
  return dd_session_get_store (dd_page_get_session (self));
}

/**
 * dd_page_get_today:
 *
 * Returns: the day that the page reckons from
 */
DdDay
dd_page_get_today (DdPage *self)
{
  return dd_session_get_today (dd_page_get_session (self));
}

/**
 * dd_page_get_window:
 *
 * Returns: (nullable): the window that dialogs of the page stand before
 */
GtkWindow *
dd_page_get_window (DdPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * dd_page_find:
 *
 * Puts the focus where the page is searched, if it can be.
 */
void
dd_page_find (DdPage *self)
{
  g_return_if_fail (DD_IS_PAGE (self));

  if (DD_PAGE_GET_CLASS (self)->find != NULL)
    DD_PAGE_GET_CLASS (self)->find (self);
}

/**
 * dd_page_enter:
 *
 * Puts the focus where the page is worked with.
 */
void
dd_page_enter (DdPage *self)
{
  g_return_if_fail (DD_IS_PAGE (self));

  if (DD_PAGE_GET_CLASS (self)->enter != NULL)
    DD_PAGE_GET_CLASS (self)->enter (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
