// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a form's texts mean: an event, and what is wrong or doubtful about it.
#pragma once

#include "model/edit/datereading.h"
#include "model/edit/validation.h"
#include "widgets/editor/formstate.h"

#include <QLocale>

namespace interdict {

struct FormReading
{
    Event event;                   // without uid; a start that cannot be read is left as it is made
    std::vector<Finding> findings; // in the order of the form
    bool operator==(const FormReading&) const = default;
};

struct FormContext
{
    const Vocabulary& vocabulary;
    const Gazetteer& gazetteer;
    QLocale locale;
    Day today = 0;
};

// A date in the stored form, or as the locale writes it.
DateReading readFormDate(const QString& text, const QLocale& locale);
// What is understood, in words: "first quarter of 2025: 1 Jan 2025 – 31 Mar 2025".
QString dateInWords(const PartialDate& date, const QLocale& locale);

// uid: of the event that is edited, which may not be related to itself.
FormReading readForm(const FormState& state, const QString& uid, const FormContext& context);

} // namespace interdict
