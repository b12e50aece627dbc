/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-quick-chips"

#include "config.h"

#include "dd-quick-chips.h"

#include "dd-chip.h"
#include "dd-day-text.h"
#include "dd-deadline.h"
#include "dd-focus.h"
#include "dd-mark-style.h"
#include "dd-quick-correction.h"
#include "dd-wrap-layout.h"

#include <glib/gi18n-lib.h>

/**
 * DdQuickChips:
 *
 * What was recognised in a typed line, piece by piece, each in a chip that can be corrected
 * and taken away; and behind them chips for what is missing.
 */
struct _DdQuickChips
{
  GtkWidget    parent_instance;

  DdSession   *session;
  DdQuickLine *line;            /* the entry's, which lives longer */
  DdChip      *open_chip;       /* whose correction is on; not owned */
};

G_DEFINE_FINAL_TYPE (DdQuickChips, dd_quick_chips, GTK_TYPE_WIDGET)

enum { CORRECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define SPACING 6

static gboolean
is_unit (DdQuickPartKind kind)
{
  return kind == DD_QUICK_PART_LEAD || kind == DD_QUICK_PART_COORDINATING;
}

/* Only what somebody has to decide: an unknown unit that is perhaps a known one. */
static gboolean
is_doubtful (const DdQuickPart *part)
{
  return is_unit (part->kind) && part->id == 0 && part->near != 0;
}

static char *
describe_deadline (DdQuickChips      *self,
                   const DdQuickPart *part)
{
  DdStore *store = dd_session_get_store (self->session);

  if (part->day == DD_DAY_NONE)
    return g_strdup_printf ("“%s”", part->text);

  return dd_day_to_long_text (dd_deadline_get_due (part->day, DD_DEADLINE_KIND_BY,
                                                   dd_store_get_rules (store)));
}

static char *
describe_note (DdQuickChips      *self,
               const DdQuickPart *part)
{
  DdStore *store = dd_session_get_store (self->session);

  if (part->kind == DD_QUICK_PART_DEADLINE && part->day != DD_DAY_NONE)
    return dd_deadline_to_relative (part->day, DD_DAY_NONE, dd_session_get_today (self->session),
                                    dd_store_get_calendar (store));
  if (!is_unit (part->kind) || part->id != 0 || *part->text == '\0' ||
      !dd_known_units_get_ready (dd_session_get_units (self->session)))
    return NULL;

  return g_strdup (is_doubtful (part) ? _("unknown, perhaps misspelt") : _("new unit"));
}

static void
show_chip (DdQuickChips      *self,
           DdChip            *chip,
           const DdQuickPart *part)
{
  g_autoptr (PangoAttrList) look = pango_attr_list_new ();
  const gboolean missing = *part->text == '\0' && part->day == DD_DAY_NONE;
  g_autofree char *note = missing ? NULL : describe_note (self, part);
  g_autofree char *text = NULL;
  DdMarkKind mark = dd_quick_part_kind_get_mark (part->kind);
  DdChipFlags flags = DD_CHIP_PLAIN;

  if (missing)
    text = g_strdup (part->kind == DD_QUICK_PART_LEAD ? _("which unit?") : _("by when?"));
  else if (part->kind == DD_QUICK_PART_DEADLINE)
    text = describe_deadline (self, part);
  else
    text = g_strdup (part->text);

  if (part->kind != DD_QUICK_PART_TARGET && part->kind != DD_QUICK_PART_CITATION)
    flags |= DD_CHIP_OPENS;
  if (missing)
    flags |= DD_CHIP_MISSING;
  else if (part->kind != DD_QUICK_PART_CONTENT || part->corrected)
    flags |= DD_CHIP_REMOVABLE;
  if (is_doubtful (part))
    flags |= DD_CHIP_DOUBTFUL;
  if (part->kind != DD_QUICK_PART_CONTENT)
    dd_mark_style_add_attributes (look, mark, PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING,
                                  PANGO_ATTR_INDEX_TO_TEXT_END);
  dd_chip_show (chip, part->kind == DD_QUICK_PART_CONTENT
                      ? _("Content") : dd_mark_style_get_label (mark),
                look, text, note, flags);
}

/* The chip of a piece stands where the piece does; behind them those of what is missing. */
static guint
find_chip (DdQuickChips *self,
           DdChip       *chip)
{
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    if (child == GTK_WIDGET (chip))
      return i;

  g_return_val_if_reached (0);
}

static DdChip *
get_chip (DdQuickChips *self,
          guint         position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (position-- > 0 && child != NULL)
    child = gtk_widget_get_next_sibling (child);

  return child != NULL ? DD_CHIP (child) : NULL;
}

/* What a line without it lacks; %FALSE: nothing. Missing pieces are asked for in this order. */
static gboolean
get_missing (DdQuickChips *self,
             guint         n,
             DdQuickPart  *part)
{
  static const DdQuickPartKind wanted[] = { DD_QUICK_PART_LEAD, DD_QUICK_PART_DEADLINE };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (!dd_quick_line_has (self->line, wanted[i]) && n-- == 0)
      {
        *part = (DdQuickPart) { wanted[i], (char *) "", (char *) "" };
        return TRUE;
      }

  return FALSE;
}

static const DdQuickPart *
get_part (DdQuickChips *self,
          guint         position,
          DdQuickPart  *missing)
{
  GPtrArray *parts = dd_quick_line_get_parts (self->line);

  if (position < parts->len)
    return parts->pdata[position];

  return get_missing (self, position - parts->len, missing) ? missing : NULL;
}

static void
correction_done_cb (DdQuickChips *self)
{
  if (self->open_chip != NULL)
    dd_chip_close (self->open_chip);
  self->open_chip = NULL;
  g_signal_emit (self, signals[CORRECTED], 0, TRUE);
}

static void
chip_opened_cb (DdQuickChips *self,
                DdChip       *chip)
{
  DdQuickPart missing;
  const DdQuickPart *part = get_part (self, find_chip (self, chip), &missing);
  GtkWidget *correction;

  if (part == NULL)
    return;

  correction = dd_quick_correction_new (self->session, self->line, part);
  g_signal_connect_object (correction, "done", G_CALLBACK (correction_done_cb), self,
                           G_CONNECT_SWAPPED);
  self->open_chip = chip;
  dd_chip_open (chip, correction);
}

static void
chip_removed_cb (DdQuickChips *self,
                 DdChip       *chip)
{
  DdQuickPart missing;
  const DdQuickPart *part = get_part (self, find_chip (self, chip), &missing);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (part == NULL)
    return;

  words = g_strdup (part->words);
  text = g_strdup (part->text);
  dd_quick_line_remove (self->line, part->kind, words, text);
  g_signal_emit (self, signals[CORRECTED], 0, FALSE);
}

static void
add_chip (DdQuickChips *self)
{
  GtkWidget *chip = dd_chip_new ();

  g_signal_connect_object (chip, "opened", G_CALLBACK (chip_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "removed", G_CALLBACK (chip_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
}

/* --- the object ----------------------------------------------------------- */

static gboolean
dd_quick_chips_grab_focus (GtkWidget *widget)
{
  DdChip *chip = get_chip (DD_QUICK_CHIPS (widget), 0);

  return chip != NULL && gtk_widget_grab_focus (GTK_WIDGET (chip));
}

static void
dd_quick_chips_dispose (GObject *object)
{
  DdQuickChips *self = DD_QUICK_CHIPS (object);
  GtkWidget *child;

  self->open_chip = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_quick_chips_parent_class)->dispose (object);
}

static void
dd_quick_chips_class_init (DdQuickChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_quick_chips_dispose;
  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_quick_chips_grab_focus;

  /**
   * DdQuickChips::corrected:
   * @done: whether the typing goes on in the line now
   */
  signals[CORRECTED] =
    g_signal_new ("corrected", DD_TYPE_QUICK_CHIPS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dd_quick_chips_init (DdQuickChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), dd_wrap_layout_new (SPACING));
}

/**
 * dd_quick_chips_start:
 * @line: what they show, and correct; it has to live longer
 */
void
dd_quick_chips_start (DdQuickChips *self,
                      DdSession    *session,
                      DdQuickLine  *line)
{
  g_return_if_fail (DD_IS_QUICK_CHIPS (self));

  self->session = g_object_ref (session);
  self->line = line;
}

/**
 * dd_quick_chips_update:
 * @empty: whether nothing is typed, so that nothing is missing of it
 *
 * Shows what the line says now.
 */
void
dd_quick_chips_update (DdQuickChips *self,
                       gboolean      empty)
{
  guint n = 0;
  DdQuickPart missing;
  const DdQuickPart *part;
  DdChip *chip;

  g_return_if_fail (DD_IS_QUICK_CHIPS (self));

  while (!empty && (part = get_part (self, n, &missing)) != NULL)
    {
      if (get_chip (self, n) == NULL)
        add_chip (self);
      show_chip (self, get_chip (self, n), part);
      n++;
    }
  while ((chip = get_chip (self, n)) != NULL)
    {
      if (chip == self->open_chip)
        self->open_chip = NULL;
      gtk_widget_unparent (GTK_WIDGET (chip));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/**
 * dd_quick_chips_get_busy:
 *
 * Returns: whether something is being corrected
 */
gboolean
dd_quick_chips_get_busy (DdQuickChips *self)
{
  g_return_val_if_fail (DD_IS_QUICK_CHIPS (self), FALSE);

  return self->open_chip != NULL && dd_chip_get_open (self->open_chip);
}

/**
 * dd_quick_chips_ask:
 *
 * Asks about an unknown unit that is perhaps a known one: it is not created before somebody
 * has seen it.
 *
 * Returns: whether there is one
 */
gboolean
dd_quick_chips_ask (DdQuickChips *self)
{
  GPtrArray *parts;

  g_return_val_if_fail (DD_IS_QUICK_CHIPS (self), FALSE);

  parts = dd_quick_line_get_parts (self->line);
  for (guint i = 0; i < parts->len; i++)
    if (is_doubtful (parts->pdata[i]))
      {
        chip_opened_cb (self, get_chip (self, i));
        return TRUE;
      }

  return FALSE;
}
