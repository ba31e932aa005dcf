// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Headers that most of the widgets read, compiled once.
#pragma once

#include "model/pch.h"

#include <QColor>
#include <QPainter>
#include <QtWidgets/QtWidgets>
