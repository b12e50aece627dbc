/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-text"

#include "config.h"

#include "dd-review-text.h"

#include "dd-directive.h"
#include "dd-mark-style.h"
#include "dd-review-menu.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdReviewText:
 *
 * The text of a conclusion, with what was recognised in it.
 *
 * A bar at the side tells where clauses stand; that of the selected one is
 * thick. Whoever moves through the text selects the clause they are in; whoever
 * selects words is offered to make a directive of them. A long text is put in
 * piece by piece, so that the window goes on.
 */
struct _DdReviewText
{
  GtkTextView    parent_instance;

  DdReview      *review;
  GtkTextBuffer *buffer;
  GtkTextTag    *tags[DD_N_MARK_KINDS];
  GtkTextTag    *clause_tag;
  GtkTextTag    *selected_tag;
  const char    *rest;          /* of the text, still to be put in */
  guint          n_inserted;    /* characters */
  GPtrArray     *tagged;        /* of DdFinding: the clauses that are marked, from the first on */
  guint          fill_source;
  int            selected;      /* a clause, or -1 */
  gboolean       moving;        /* while the program moves the cursor */
  gboolean       hidden[DD_N_MARK_KINDS];
  GtkPopover    *offer;         /* over words that are selected */
};

G_DEFINE_FINAL_TYPE (DdReviewText, dd_review_text, GTK_TYPE_TEXT_VIEW)

enum { CLAUSE_PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What is put in at once, in bytes: more than anybody sees at first, and no more than is
 * done within a frame. */
#define PIECE (12 * 1024)

#define BAR_DISTANCE 10
#define BAR_WIDTH 2
#define SELECTED_BAR_WIDTH 5

/* --- putting it in -------------------------------------------------------- */

static void
apply (DdReviewText *self,
       GtkTextTag   *tag,
       DdSpan        span)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) span.end);
  gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
}

static DdSpan
get_tagged_span (const DdFinding *finding)
{
  DdSpan span = { (guint) dd_row_get_number (finding->directive, DD_DIRECTIVE_SPAN_START),
                  (guint) dd_row_get_number (finding->directive, DD_DIRECTIVE_SPAN_END) };

  return span;
}

/* What a clause takes from a heading above it is marked there. */
static void
tag_finding (DdReviewText    *self,
             const DdFinding *finding)
{
  apply (self, self->clause_tag, get_tagged_span (finding));
  for (guint i = 0; i < finding->marks->len; i++)
    {
      const DdMark *mark = &g_array_index (finding->marks, DdMark, i);

      apply (self, self->tags[mark->kind], mark->span);
    }
}

/* Marks the clauses that are there by now. */
static void
tag_clauses (DdReviewText *self)
{
  while (self->tagged->len < dd_review_get_n_clauses (self->review) &&
         (*self->rest == '\0' ||
          dd_review_get_span (self->review, self->tagged->len).end <= self->n_inserted))
    {
      const DdFinding *finding = dd_review_get_finding (self->review, self->tagged->len);

      tag_finding (self, finding);
      g_ptr_array_add (self->tagged, (gpointer) finding);
    }
}

/* --- other clauses -------------------------------------------------------- */

static void
clear_span (DdReviewText *self,
            DdSpan        span,
            GArray       *cleared)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) span.end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  g_array_append_val (cleared, span);
}

static void
clear_finding (DdReviewText    *self,
               const DdFinding *finding,
               GArray          *cleared)
{
  clear_span (self, get_tagged_span (finding), cleared);
  for (guint i = 0; i < finding->marks->len; i++)
    clear_span (self, g_array_index (finding->marks, DdMark, i).span, cleared);
}

static gboolean
touches (DdSpan        span,
         const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      DdSpan other = g_array_index (spans, DdSpan, i);

      if (span.start < other.end && other.start < span.end)
        return TRUE;
    }

  return FALSE;
}

static gboolean
finding_touches (const DdFinding *finding,
                 const GArray    *spans)
{
  if (touches (get_tagged_span (finding), spans))
    return TRUE;
  for (guint i = 0; i < finding->marks->len; i++)
    if (touches (g_array_index (finding->marks, DdMark, i).span, spans))
      return TRUE;

  return FALSE;
}

/* The marks of what went are wiped out, with those of whoever shares a place with it;
 * these are drawn again. */
static void
clauses_changed_cb (DdReviewText *self,
                    guint         at,
                    guint         n_removed,
                    guint         n_added)
{
  g_autoptr (GArray) cleared = g_array_new (FALSE, FALSE, sizeof (DdSpan));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->selected_tag, &start, &end);
  self->selected = -1;
  if (at > self->tagged->len || (at == self->tagged->len && *self->rest != '\0'))
    return;

  n_removed = MIN (n_removed, self->tagged->len - at);
  for (guint i = at; i < at + n_removed; i++)
    clear_finding (self, self->tagged->pdata[i], cleared);
  if (n_removed > 0)
    g_ptr_array_remove_range (self->tagged, at, n_removed);
  for (guint i = 0; i < self->tagged->len; i++)
    if (finding_touches (self->tagged->pdata[i], cleared))
      tag_finding (self, self->tagged->pdata[i]);
  for (guint i = at; i < at + n_added; i++)
    {
      const DdFinding *finding = dd_review_get_finding (self->review, i);

      tag_finding (self, finding);
      g_ptr_array_insert (self->tagged, (int) i, (gpointer) finding);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- putting it in, going on ---------------------------------------------- */

static gboolean
fill_cb (gpointer user_data)
{
  DdReviewText *self = user_data;
  gsize length = strlen (self->rest);
  GtkTextIter end;

  if (length > PIECE)
    length = (gsize) (g_utf8_find_prev_char (self->rest, self->rest + PIECE) - self->rest);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_insert (self->buffer, &end, self->rest, (int) length);
  self->n_inserted += (guint) g_utf8_strlen (self->rest, (gssize) length);
  self->rest += length;
  tag_clauses (self);

  if (*self->rest != '\0')
    return G_SOURCE_CONTINUE;

  self->fill_source = 0;
  if (self->selected >= 0)
    apply (self, self->selected_tag, dd_review_get_span (self->review, (guint) self->selected));

  return G_SOURCE_REMOVE;
}

static void
colour_tags (DdReviewText *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA clause = { 0.5f, 0.5f, 0.5f, dark ? 0.14f : 0.10f };
  GdkRGBA selected = { 0.96f, 0.76f, 0.07f, dark ? 0.22f : 0.28f };

  g_object_set (self->clause_tag, "background-rgba", &clause, NULL);
  g_object_set (self->selected_tag, "background-rgba", &selected, NULL);
  for (guint i = 0; i < DD_N_MARK_KINDS; i++)
    {
      dd_mark_style_colour_tag (self->tags[i], i, dark);
      dd_mark_style_show_tag (self->tags[i], !self->hidden[i]);
    }
}

/* A tag covers those that were made before it. */
static void
make_tags (DdReviewText *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);

  self->clause_tag = gtk_text_tag_new (NULL);
  gtk_text_tag_table_add (table, self->clause_tag);
  g_object_unref (self->clause_tag);
  self->selected_tag = gtk_text_tag_new (NULL);
  gtk_text_tag_table_add (table, self->selected_tag);
  g_object_unref (self->selected_tag);
  for (guint i = 0; i < DD_N_MARK_KINDS; i++)
    {
      self->tags[i] = dd_mark_style_make_tag (i);
      gtk_text_tag_table_add (table, self->tags[i]);
      g_object_unref (self->tags[i]);
    }
  colour_tags (self);
}

/* --- bars ----------------------------------------------------------------- */

static void
snapshot_bar (DdReviewText *self,
              GtkSnapshot  *snapshot,
              guint         clause)
{
  gboolean selected = self->selected == (int) clause;
  DdSpan span = get_tagged_span (self->tagged->pdata[clause]);
  int width = selected ? SELECTED_BAR_WIDTH : BAR_WIDTH;
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GtkTextIter start, end;
  GdkRectangle first, last;
  GdkRGBA colour = { 0 };

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) span.end - 1);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &first);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &end, &last);

  if (!selected || !gtk_style_context_lookup_color (context, "accent_color", &colour))
    gtk_style_context_get_color (context, &colour);
  colour.alpha = selected ? 1.0f : 0.3f;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (
                               (float) (gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) -
                                        BAR_DISTANCE - width / 2),
                               (float) first.y, (float) width,
                               (float) (last.y + last.height - first.y)));
}

static void
dd_review_text_snapshot_layer (GtkTextView      *view,
                               GtkTextViewLayer  layer,
                               GtkSnapshot      *snapshot)
{
  DdReviewText *self = DD_REVIEW_TEXT (view);
  GdkRectangle seen;
  GtkTextIter top, bottom;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &top, seen.y, NULL);
  gtk_text_view_get_line_at_y (view, &bottom, seen.y + seen.height, NULL);
  gtk_text_iter_forward_line (&bottom);
  for (guint i = 0; i < self->tagged->len; i++)
    {
      DdSpan span = get_tagged_span (self->tagged->pdata[i]);

      if (span.end > (guint) gtk_text_iter_get_offset (&top) &&
          span.start < (guint) gtk_text_iter_get_offset (&bottom))
        snapshot_bar (self, snapshot, i);
    }
}

/* --- moving through it ---------------------------------------------------- */

static void
cursor_moved_cb (DdReviewText *self)
{
  int place, clause;

  if (self->moving || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  g_object_get (self->buffer, "cursor-position", &place, NULL);
  clause = dd_review_find_clause (self->review, (guint) place);
  if (clause >= 0 && clause != self->selected)
    g_signal_emit (self, signals[CLAUSE_PICKED], 0, (guint) clause);
}

/* --- words that are selected ---------------------------------------------- */

static void
selection_changed_cb (DdReviewText *self)
{
  if (!gtk_text_buffer_get_has_selection (self->buffer))
    gtk_popover_popdown (self->offer);
}

/* Whoever goes on beside the text wants nothing of what is selected in it. */
static void
left_cb (DdReviewText *self)
{
  gtk_popover_popdown (self->offer);
}

/* Once the hand has let go: while it pulls, an offer would be in the way. */
static void
released_cb (DdReviewText *self)
{
  GtkTextIter start, end;
  GdkRectangle first, place;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    return;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &first);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &end, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, place.x,
                                         place.y, &place.x, &place.y);
  place.width = 1;
  gtk_popover_set_pointing_to (self->offer, &place);
  gtk_popover_popup (self->offer);
}

static void
make_offer (DdReviewText *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Make Directive"));

  gtk_widget_set_tooltip_text (button, _("Of the whole sentences that are selected (Ctrl+D)"));
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "review.make-directive");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "b", FALSE);
  self->offer = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->offer, FALSE);
  gtk_popover_set_position (self->offer, GTK_POS_BOTTOM);
  gtk_popover_set_child (self->offer, button);
  gtk_widget_set_parent (GTK_WIDGET (self->offer), GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "unpaired-release", G_CALLBACK (released_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (self->buffer, "notify::has-selection",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dd_review_text_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GTK_WIDGET_CLASS (dd_review_text_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (DD_REVIEW_TEXT (widget)->offer);
}

static void
dd_review_text_finalize (GObject *object)
{
  g_clear_pointer (&DD_REVIEW_TEXT (object)->tagged, g_ptr_array_unref);

  G_OBJECT_CLASS (dd_review_text_parent_class)->finalize (object);
}

static void
dd_review_text_dispose (GObject *object)
{
  DdReviewText *self = DD_REVIEW_TEXT (object);

  if (self->offer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->offer));
  self->offer = NULL;

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (dd_review_text_parent_class)->dispose (object);
}

static void
dd_review_text_class_init (DdReviewTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_review_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_review_text_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = dd_review_text_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = dd_review_text_snapshot_layer;

  /* The user went to another clause, by its number. */
  signals[CLAUSE_PICKED] =
    g_signal_new ("clause-picked", DD_TYPE_REVIEW_TEXT, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
dd_review_text_init (DdReviewText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (GMenuModel) menu = NULL;

  self->selected = -1;
  self->tagged = g_ptr_array_new ();
  self->buffer = gtk_text_view_get_buffer (view);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 24);
  gtk_text_view_set_right_margin (view, 18);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 24);
  gtk_text_view_set_pixels_below_lines (view, 4);
  gtk_text_view_set_pixels_inside_wrap (view, 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Text of the document"), -1);
  make_tags (self);
  make_offer (self);
  menu = dd_review_menu_new_for_text ();
  gtk_text_view_set_extra_menu (view, menu);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (colour_tags), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
dd_review_text_new (DdReview *review)
{
  DdReviewText *self = g_object_new (DD_TYPE_REVIEW_TEXT, NULL);
  GtkTextIter start;

  self->review = g_object_ref (review);
  self->rest = dd_review_get_conclusion (review)->visible;
  self->moving = TRUE;
  if (fill_cb (self) == G_SOURCE_CONTINUE)
    self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->moving = FALSE;
  g_signal_connect_object (review, "clauses-changed", G_CALLBACK (clauses_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* What was recognised in the clause, for those who do not see it. */
static void
describe_selected (DdReviewText *self)
{
  const DdFinding *finding;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->selected >= 0)
    {
      finding = dd_review_get_finding (self->review, (guint) self->selected);
      for (guint i = 0; i < finding->marks->len; i++)
        {
          const DdMark *mark = &g_array_index (finding->marks, DdMark, i);
          GtkTextIter start, end;
          g_autofree char *words = NULL;

          gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) mark->span.start);
          gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) mark->span.end);
          words = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
          g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "",
                                  dd_mark_style_get_label (mark->kind), words);
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

/* Puts the beginning of the clause into sight, and the cursor there. */
static void
scroll_to_clause (DdReviewText *self,
                  guint         clause)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start;
  GdkRectangle seen, place;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start,
                                      (int) dd_review_get_span (self->review, clause).start);
  self->moving = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->moving = FALSE;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_iter_location (view, &start, &place);
  if (place.y < seen.y || place.y > seen.y + seen.height * 2 / 3)
    gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0, 0.2);
}

/**
 * dd_review_text_select:
 * @clause: its number, or -1
 *
 * Shows a clause as the selected one. It is brought into sight unless the user
 * is in the text.
 */
void
dd_review_text_select (DdReviewText *self,
                       int           clause)
{
  GtkTextIter start, end;

  g_return_if_fail (DD_IS_REVIEW_TEXT (self));

  if (self->selected == clause)
    return;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->selected_tag, &start, &end);
  self->selected = clause;
  if (clause >= 0)
    {
      apply (self, self->selected_tag, dd_review_get_span (self->review, (guint) clause));
      if (!gtk_widget_has_focus (GTK_WIDGET (self)))
        scroll_to_clause (self, (guint) clause);
    }
  describe_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dd_review_text_go_to:
 *
 * Moves the cursor to the beginning of a clause, and brings it into sight.
 */
void
dd_review_text_go_to (DdReviewText *self,
                      guint         clause)
{
  g_return_if_fail (DD_IS_REVIEW_TEXT (self));

  scroll_to_clause (self, clause);
}

/**
 * dd_review_text_unselect:
 *
 * Leaves the cursor where the selected words begin.
 */
void
dd_review_text_unselect (DdReviewText *self)
{
  GtkTextIter start, end;

  g_return_if_fail (DD_IS_REVIEW_TEXT (self));

  self->moving = TRUE;
  if (gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    gtk_text_buffer_place_cursor (self->buffer, &start);
  self->moving = FALSE;
}

/**
 * dd_review_text_get_selection:
 *
 * Returns: what is selected in the text; where the cursor stands if nothing is
 */
DdSpan
dd_review_text_get_selection (DdReviewText *self)
{
  GtkTextIter start, end;
  DdSpan span = { 0, 0 };

  g_return_val_if_fail (DD_IS_REVIEW_TEXT (self), span);

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    {
      gtk_text_buffer_get_iter_at_mark (self->buffer, &start,
                                        gtk_text_buffer_get_insert (self->buffer));
      end = start;
    }
  span.start = (guint) gtk_text_iter_get_offset (&start);
  span.end = (guint) gtk_text_iter_get_offset (&end);

  return span;
}

/**
 * dd_review_text_show_kind:
 *
 * Shows what was recognised of a kind, or not.
 */
void
dd_review_text_show_kind (DdReviewText *self,
                          DdMarkKind    kind,
                          gboolean      show)
{
  g_return_if_fail (DD_IS_REVIEW_TEXT (self));

  self->hidden[kind] = !show;
  dd_mark_style_show_tag (self->tags[kind], show);
}
