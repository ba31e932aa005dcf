// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Choices of an enumeration in a box, and rows of a form with a name for assistive technology.
#pragma once

#include "model/explore/facet.h"
#include "model/keys.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace interdict::choicerows {

template <typename Enum>
void fill(QComboBox& box, std::span<const KeyOf<Enum>> choices, const char* context)
{
    for (const KeyOf<Enum>& choice : choices)
        box.addItem(QCoreApplication::translate(context, choice.label), static_cast<int>(choice.value));
}

inline void fillWithFacets(QComboBox& box)
{
    for (const FacetInfo& info : facets())
        box.addItem(facetLabel(info.facet), static_cast<int>(info.facet));
}

template <typename Enum>
Enum chosen(const QComboBox& box)
{
    return static_cast<Enum>(box.currentData().toInt());
}

template <typename Enum>
void choose(QComboBox& box, Enum value)
{
    box.setCurrentIndex(std::max(0, box.findData(static_cast<int>(value))));
}

// Boxes and fields may be narrower than what they hold.
inline void addRow(QFormLayout& form, const QString& label, QWidget* field)
{
    field->setAccessibleName(QString(label).remove(u'&'));
    field->setMinimumWidth(40);
    if (auto* box = qobject_cast<QComboBox*>(field))
        box->setProperty("flat", true);
    if (auto* number = qobject_cast<QSpinBox*>(field))
        number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    form.addRow(label, field);
    form.labelForField(field)->setMinimumWidth(field->fontMetrics().averageCharWidth() * 10);
}

inline QFormLayout* makeForm(QWidget* parent)
{
    auto* form = new QFormLayout(parent);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(10);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return form;
}

inline void addHeading(QFormLayout& form, const QString& text)
{
    auto* label = new QLabel(text);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setContentsMargins(0, form.rowCount() > 0 ? 8 : 0, 0, 0);
    form.addRow(label);
}

} // namespace interdict::choicerows
