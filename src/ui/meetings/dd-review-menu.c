/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with clauses; the page knows how. */
#define G_LOG_DOMAIN "dd-review-menu"

#include "config.h"

#include "dd-review-menu.h"

#include <glib/gi18n-lib.h>

/* Why clauses need no task, as secretaries mostly say. */
static const char * const reasons[] = {
  N_("Regular duty of the unit"),
  N_("Exhortation"),
  N_("Assigned in another document already"),
  N_("For information only"),
};

static GMenuModel *
make_reasons (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(reasons[i]), NULL);

      g_menu_item_set_action_and_target (item, "review.no-task", "s", _(reasons[i]));
      g_menu_append_item (menu, item);
    }
  g_menu_append (menu, _("Other Reason…"), "review.other-reason");

  return G_MENU_MODEL (menu);
}

/**
 * dd_review_menu_new_for_card:
 *
 * Returns: (transfer full): what can be done with the clauses that are selected
 */
GMenuModel *
dd_review_menu_new_for_card (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) task = g_menu_new ();
  g_autoptr (GMenu) shape = g_menu_new ();
  g_autoptr (GMenuModel) none = make_reasons ();

  g_menu_append (task, _("_Fill In"), "review.fill-in");
  g_menu_append (task, _("_Make Task"), "review.make-tasks");
  g_menu_append_submenu (task, _("Needs _No Task"), none);
  g_menu_append (task, _("_Divide into Several Tasks"), "review.divide");
  g_menu_append (shape, _("Merge with Ne_xt"), "review.merge-next");
  g_menu_append (shape, _("Merge with _Previous"), "review.merge-previous");
  g_menu_append (shape, _("_Split into Clauses"), "review.split");
  g_menu_append (shape, _("N_ot a Directive"), "review.not-directive");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (task));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shape));

  return G_MENU_MODEL (menu);
}

/**
 * dd_review_menu_new_for_text:
 *
 * Returns: (transfer full): what can be done with what is selected in the text, and with the
 *   clause at the cursor
 */
GMenuModel *
dd_review_menu_new_for_text (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) make = g_menu_new ();
  g_autoptr (GMenu) clause = g_menu_new ();

  g_menu_append (make, _("Make _Directive of the Sentence"), "review.make-directive(false)");
  g_menu_append (make, _("Make Directive of _Exactly This"), "review.make-directive(true)");
  g_menu_append (clause, _("_Split Here"), "review.split-here");
  g_menu_append (clause, _("Merge with Ne_xt"), "review.merge-next");
  g_menu_append (clause, _("N_ot a Directive"), "review.not-directive");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (make));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clause));

  return G_MENU_MODEL (menu);
}
