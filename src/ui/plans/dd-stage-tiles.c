/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-stage-tiles"

#include "config.h"

#include "dd-stage-tiles.h"

#include "dd-item-filters.h"
#include "dd-measure.h"
#include "dd-number-text.h"
#include "dd-plan-item.h"
#include "dd-status.h"

#include <glib/gi18n-lib.h>

/* One tile for each stage, and one for what is late at any of them. */
#define N_STAGES (DD_PLAN_STAGE_ENACTED + 1)
#define LATE N_STAGES
#define N_TILES (N_STAGES + 1)

/**
 * DdStageTiles:
 *
 * How many procedures of a plan stand at each stage of the work. Each number
 * leads to the procedures that it counts.
 */
struct _DdStageTiles
{
  GtkWidget     parent_instance;

  GtkWidget    *tiles[N_TILES];
  GtkLabel     *numbers[N_TILES];
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (DdStageTiles, dd_stage_tiles, GTK_TYPE_WIDGET)

typedef struct
{
  DdStageTiles *tiles;
  guint         tile;
} Counted;

static const char *
get_tile_label (guint tile)
{
  const DdField *field = &dd_record_type_get (DD_KIND_PLAN_ITEM)->fields[DD_PLAN_ITEM_STAGE];

  return tile == LATE ? _("Late") : dd_field_get_choice_label (field, tile);
}

static void
show_number (DdStageTiles *self,
             guint         tile,
             guint         count)
{
  g_autofree char *number = dd_number_to_text (count);
  g_autofree char *name = NULL;

  gtk_label_set_text (self->numbers[tile], number);
  dd_status_show_rag (GTK_WIDGET (self->numbers[tile]),
                      tile == LATE && count > 0 ? DD_RAG_RED : DD_RAG_NEUTRAL);

  /* Translators: a stage of a review, and how many procedures stand there. */
  name = g_strdup_printf (_("%s: %s"), get_tile_label (tile), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tiles[tile]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Counted *counted = user_data;
  guint count;

  if (dd_store_count_finish (DD_STORE (object), result, &count, NULL) &&
      counted->tiles->tiles[counted->tile] != NULL)
    show_number (counted->tiles, counted->tile, count);
  g_object_unref (counted->tiles);
  g_free (counted);
}

static void
add_tile (DdStageTiles *self,
          guint         tile)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (get_tile_label (tile));

  self->numbers[tile] = GTK_LABEL (gtk_label_new ("–"));
  gtk_widget_add_css_class (GTK_WIDGET (self->numbers[tile]), "title-3");
  gtk_widget_add_css_class (GTK_WIDGET (self->numbers[tile]), "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->numbers[tile]));
  gtk_box_append (GTK_BOX (box), label);

  self->tiles[tile] = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->tiles[tile]), box);
  gtk_widget_add_css_class (self->tiles[tile], "flat");
  gtk_widget_set_hexpand (self->tiles[tile], TRUE);
  if (tile == LATE)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->tiles[tile]), "plan.show-late");
  else
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->tiles[tile]), "u", tile);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->tiles[tile]), "plan.show-stage");
    }
  gtk_widget_set_parent (self->tiles[tile], GTK_WIDGET (self));
}

static void
dd_stage_tiles_dispose (GObject *object)
{
  DdStageTiles *self = DD_STAGE_TILES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < N_TILES; i++)
    g_clear_pointer (&self->tiles[i], gtk_widget_unparent);

  G_OBJECT_CLASS (dd_stage_tiles_parent_class)->dispose (object);
}

static void
dd_stage_tiles_class_init (DdStageTilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_stage_tiles_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dd_stage_tiles_init (DdStageTiles *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  for (guint i = 0; i < N_TILES; i++)
    add_tile (self, i);
}

/**
 * dd_stage_tiles_count:
 *
 * Counts the items of a plan anew; the numbers come a moment later.
 */
void
dd_stage_tiles_count (DdStageTiles *self,
                      DdStore      *store,
                      gint64        plan,
                      DdDay         today)
{
  g_return_if_fail (DD_IS_STAGE_TILES (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  for (guint i = 0; i < N_TILES; i++)
    {
      g_autoptr (DdQuery) query = dd_query_new (DD_KIND_PLAN_ITEM);
      Counted *counted = g_new0 (Counted, 1);

      counted->tiles = g_object_ref (self);
      counted->tile = i;
      dd_query_set_reference (query, DD_PLAN_ITEM_PLAN, plan);
      if (i == LATE)
        dd_item_filters_ask_for_late (query, today);
      else
        dd_query_set_choices (query, DD_PLAN_ITEM_STAGE, 1u << i);
      dd_store_count_async (store, query, self->cancellable, counted_cb, counted);
    }
}
