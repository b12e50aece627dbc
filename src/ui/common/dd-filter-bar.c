/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-filter-bar"

#include "config.h"

#include "dd-filter-bar.h"

#include "dd-accessible.h"

#include <glib/gi18n-lib.h>

/* A longer name must not push the search box aside. */
#define MOST_SHOWN 20

/**
 * DdFilterBar:
 *
 * The bar above a table: words to search for, choices, and behind a button the
 * records that what is shown has to refer to. A section adds its own choices
 * and puts them into its query.
 */
typedef struct
{
  /* Template children */
  GtkSearchEntry *search;
  GtkBox         *choices_box;
  GtkMenuButton  *more_button;
  GtkBox         *more_box;
  GtkMenuButton  *sort_button;
  GtkButton      *clear_button;

  DdSession      *session;
  GPtrArray      *choices;      /* (element-type GtkDropDown): the first of each filters nothing */
  GPtrArray      *references;   /* (element-type DdReferenceEntry) */
  char           *more_label;   /* what the button says while nothing is chosen */
  gboolean        setting;      /* while several filters are set at once */
} DdFilterBarPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DdFilterBar, dd_filter_bar, GTK_TYPE_WIDGET)

enum { PROP_MORE_LABEL = 1, PROP_PLACEHOLDER, N_PROPS };
enum { CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static DdFilterBarPrivate *
get_private (DdFilterBar *self)
{
  return dd_filter_bar_get_instance_private (self);
}

/* The button says what was chosen behind it. */
static void
show_more_label (DdFilterBar *self)
{
  DdFilterBarPrivate *priv = get_private (self);
  const char *shown = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < priv->references->len && shown == NULL; i++)
    shown = dd_reference_entry_get_name (priv->references->pdata[i]);

  if (shown != NULL && g_utf8_strlen (shown, -1) > MOST_SHOWN)
    {
      g_autofree char *head = g_utf8_substring (shown, 0, MOST_SHOWN - 1);

      text = g_strconcat (head, "…", NULL);
    }
  if (shown == NULL)
    shown = priv->more_label;
  gtk_menu_button_set_label (priv->more_button, text != NULL ? text : shown);
  dd_accessible_set_label (GTK_WIDGET (priv->more_button), shown);
}

static void
filter_changed_cb (DdFilterBar *self)
{
  DdFilterBarPrivate *priv = get_private (self);

  if (priv->setting || priv->session == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (priv->clear_button), dd_filter_bar_get_filtered (self));
  show_more_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Only what was chosen filters; a name that is being typed does not yet. */
static void
reference_changed_cb (DdFilterBar      *self,
                      DdReferenceEntry *entry)
{
  if (dd_reference_entry_get_id (entry) != 0 || dd_reference_entry_is_valid (entry))
    filter_changed_cb (self);
}

static gboolean
dd_filter_bar_grab_focus (GtkWidget *widget)
{
  DdFilterBarPrivate *priv = get_private (DD_FILTER_BAR (widget));

  if (!gtk_widget_grab_focus (GTK_WIDGET (priv->search)))
    return FALSE;

  gtk_editable_select_region (GTK_EDITABLE (priv->search), 0, -1);

  return TRUE;
}

static void
dd_filter_bar_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DdFilterBarPrivate *priv = get_private (DD_FILTER_BAR (object));

  switch (id)
    {
    case PROP_MORE_LABEL:
      g_free (priv->more_label);
      priv->more_label = g_value_dup_string (value);
      show_more_label (DD_FILTER_BAR (object));
      gtk_widget_set_tooltip_text (GTK_WIDGET (priv->more_button), priv->more_label);
      break;
    case PROP_PLACEHOLDER:
      g_object_set_property (G_OBJECT (priv->search), "placeholder-text", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dd_filter_bar_dispose (GObject *object)
{
  DdFilterBar *self = DD_FILTER_BAR (object);
  DdFilterBarPrivate *priv = get_private (self);
  GtkWidget *child;

  /* GTK 4.8 finds no template to dispose of in a subclass, but lets go of its
   * children in the end. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (priv->choices, 0);
  g_ptr_array_set_size (priv->references, 0);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (dd_filter_bar_parent_class)->dispose (object);
}

static void
dd_filter_bar_finalize (GObject *object)
{
  DdFilterBarPrivate *priv = get_private (DD_FILTER_BAR (object));

  g_ptr_array_unref (priv->choices);
  g_ptr_array_unref (priv->references);
  g_free (priv->more_label);

  G_OBJECT_CLASS (dd_filter_bar_parent_class)->finalize (object);
}

static void
dd_filter_bar_class_init (DdFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = dd_filter_bar_set_property;
  object_class->dispose = dd_filter_bar_dispose;
  object_class->finalize = dd_filter_bar_finalize;
  widget_class->grab_focus = dd_filter_bar_grab_focus;

  properties[PROP_MORE_LABEL] =
    g_param_spec_string ("more-label", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Another question is asked. */
  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/common/dd-filter-bar.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DdFilterBar, search);
  gtk_widget_class_bind_template_child_private (widget_class, DdFilterBar, choices_box);
  gtk_widget_class_bind_template_child_private (widget_class, DdFilterBar, more_button);
  gtk_widget_class_bind_template_child_private (widget_class, DdFilterBar, more_box);
  gtk_widget_class_bind_template_child_private (widget_class, DdFilterBar, sort_button);
  gtk_widget_class_bind_template_child_private (widget_class, DdFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
dd_filter_bar_init (DdFilterBar *self)
{
  DdFilterBarPrivate *priv = get_private (self);

  priv->choices = g_ptr_array_new ();
  priv->references = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dd_filter_bar_start:
 *
 * To be called before anything is added.
 */
void
dd_filter_bar_start (DdFilterBar *self,
                     DdSession   *session)
{
  g_return_if_fail (DD_IS_FILTER_BAR (self));

  g_set_object (&get_private (self)->session, session);
}

/**
 * dd_filter_bar_get_session:
 *
 * Returns: (transfer none) (nullable):
 */
DdSession *
dd_filter_bar_get_session (DdFilterBar *self)
{
  g_return_val_if_fail (DD_IS_FILTER_BAR (self), NULL);

  return get_private (self)->session;
}

/**
 * dd_filter_bar_add_choices:
 * @label: what is chosen, for a tooltip and for those who cannot see it
 * @choices: the first one filters nothing
 *
 * Returns: (transfer none): what the user chooses with
 */
GtkDropDown *
dd_filter_bar_add_choices (DdFilterBar   *self,
                           const char    *label,
                           GtkStringList *choices)
{
  DdFilterBarPrivate *priv;
  GtkWidget *drop_down;

  g_return_val_if_fail (DD_IS_FILTER_BAR (self), NULL);

  priv = get_private (self);
  drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (choices)), NULL);
  gtk_widget_set_tooltip_text (drop_down, label);
  dd_accessible_set_label (drop_down, label);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (priv->choices_box, drop_down);
  g_ptr_array_add (priv->choices, drop_down);

  return GTK_DROP_DOWN (drop_down);
}

/**
 * dd_filter_bar_add_reference:
 *
 * Lets a record be chosen behind the button, which comes with the first one.
 *
 * Returns: (transfer none): where the user chooses it
 */
DdReferenceEntry *
dd_filter_bar_add_reference (DdFilterBar *self,
                             DdKind       kind,
                             const char  *label)
{
  DdFilterBarPrivate *priv;
  GtkWidget *heading, *entry;

  g_return_val_if_fail (DD_IS_FILTER_BAR (self), NULL);

  priv = get_private (self);
  heading = gtk_label_new (label);
  entry = dd_reference_entry_new (priv->session, kind);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_box_append (priv->more_box, heading);
  gtk_box_append (priv->more_box, entry);
  dd_accessible_set_label (entry, label);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reference_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (priv->references, entry);
  gtk_widget_set_visible (GTK_WIDGET (priv->more_button), TRUE);

  return DD_REFERENCE_ENTRY (entry);
}

/**
 * dd_filter_bar_set_sort_menu:
 * @menu: the orders that the table below can have; there is no button before
 */
void
dd_filter_bar_set_sort_menu (DdFilterBar *self,
                             GMenuModel  *menu)
{
  DdFilterBarPrivate *priv;

  g_return_if_fail (DD_IS_FILTER_BAR (self));

  priv = get_private (self);
  gtk_menu_button_set_menu_model (priv->sort_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (priv->sort_button), TRUE);
}

/**
 * dd_filter_bar_get_search:
 *
 * Returns: (transfer none): the words that are searched for, or ""
 */
const char *
dd_filter_bar_get_search (DdFilterBar *self)
{
  g_return_val_if_fail (DD_IS_FILTER_BAR (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (get_private (self)->search));
}

/**
 * dd_filter_bar_get_filtered:
 *
 * Returns: whether other records may exist than those that are shown
 */
gboolean
dd_filter_bar_get_filtered (DdFilterBar *self)
{
  DdFilterBarPrivate *priv;

  g_return_val_if_fail (DD_IS_FILTER_BAR (self), FALSE);

  priv = get_private (self);
  if (*dd_filter_bar_get_search (self) != '\0')
    return TRUE;
  for (guint i = 0; i < priv->choices->len; i++)
    if (gtk_drop_down_get_selected (priv->choices->pdata[i]) != 0)
      return TRUE;
  for (guint i = 0; i < priv->references->len; i++)
    if (dd_reference_entry_get_id (priv->references->pdata[i]) != 0)
      return TRUE;

  return FALSE;
}

static void
reset (DdFilterBar *self)
{
  DdFilterBarPrivate *priv = get_private (self);

  gtk_editable_set_text (GTK_EDITABLE (priv->search), "");
  for (guint i = 0; i < priv->choices->len; i++)
    gtk_drop_down_set_selected (priv->choices->pdata[i], 0);
  for (guint i = 0; i < priv->references->len; i++)
    dd_reference_entry_set_id (priv->references->pdata[i], 0, NULL);
}

/**
 * dd_filter_bar_begin:
 *
 * Takes all filters back, to set others at once up to dd_filter_bar_end().
 */
void
dd_filter_bar_begin (DdFilterBar *self)
{
  g_return_if_fail (DD_IS_FILTER_BAR (self));

  get_private (self)->setting = TRUE;
  reset (self);
}

/**
 * dd_filter_bar_end:
 *
 * Asks with the filters that were set since dd_filter_bar_begin().
 */
void
dd_filter_bar_end (DdFilterBar *self)
{
  g_return_if_fail (DD_IS_FILTER_BAR (self));

  get_private (self)->setting = FALSE;
  filter_changed_cb (self);
}

/**
 * dd_filter_bar_clear:
 *
 * Takes all filters back.
 */
void
dd_filter_bar_clear (DdFilterBar *self)
{
  dd_filter_bar_begin (self);
  dd_filter_bar_end (self);
}
