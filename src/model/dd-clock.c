/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-clock"

#include "dd-clock.h"

/**
 * DdClock:
 *
 * The one object that knows what day it is, and tells when the next one begins.
 *
 * It looks once a minute, since a timer set for midnight would miss it after
 * a sleep of the computer or a change of its clock. Once a day has been set by
 * hand the clock stands still: tests and "--today" do that.
 */
struct _DdClock
{
  GObject parent_instance;

  DdDay   today;
  guint   timer;                /* 0 once the clock stands still */
};

G_DEFINE_FINAL_TYPE (DdClock, dd_clock, G_TYPE_OBJECT)

typedef enum
{
  PROP_TODAY = 1,
} DdClockProperty;

static GParamSpec *properties[PROP_TODAY + 1];

/* The state first, then the signal that tells of it. */
static void
change_today (DdClock *self,
              DdDay    today)
{
  if (self->today == today)
    return;

  self->today = today;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
}

static gboolean
look_cb (gpointer user_data)
{
  change_today (user_data, dd_day_today ());

  return G_SOURCE_CONTINUE;
}

static void
dd_clock_finalize (GObject *object)
{
  g_clear_handle_id (&DD_CLOCK (object)->timer, g_source_remove);

  G_OBJECT_CLASS (dd_clock_parent_class)->finalize (object);
}

static void
dd_clock_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch ((DdClockProperty) prop_id)
    {
    case PROP_TODAY:
      g_value_set_uint (value, DD_CLOCK (object)->today);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_clock_class_init (DdClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dd_clock_finalize;
  object_class->get_property = dd_clock_get_property;

  properties[PROP_TODAY] =
    g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT, DD_DAY_NONE,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dd_clock_init (DdClock *self)
{
  self->today = dd_day_today ();
  self->timer = g_timeout_add_seconds (60, look_cb, self);
}

/**
 * dd_clock_new:
 *
 * Returns: (transfer full): a clock that goes with the computer's
 */
DdClock *
dd_clock_new (void)
{
  return g_object_new (DD_TYPE_CLOCK, NULL);
}

/**
 * dd_clock_get_today:
 *
 * Returns: the day that it is for everybody who asks this clock
 */
DdDay
dd_clock_get_today (DdClock *self)
{
  g_return_val_if_fail (DD_IS_CLOCK (self), DD_DAY_NONE);

  return self->today;
}

/**
 * dd_clock_set_today:
 *
 * Stops the clock at a day.
 */
void
dd_clock_set_today (DdClock *self,
                    DdDay    today)
{
  g_return_if_fail (DD_IS_CLOCK (self));
  g_return_if_fail (today != DD_DAY_NONE);

  g_clear_handle_id (&self->timer, g_source_remove);
  change_today (self, today);
}
