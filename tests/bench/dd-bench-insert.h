/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor of an import. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double dd_bench_insert_all (const char *json,
                            const char *path);

G_END_DECLS
