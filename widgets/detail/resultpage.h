// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The card while no event is selected: what the result amounts to, and where to go from here.
#pragma once

#include "model/explore/columns.h"

#include <QLocale>
#include <QWidget>

class QVBoxLayout;

namespace interdict {

class Workspace;

struct ValueCount
{
    QString value; // code
    std::uint32_t count = 0;
    bool operator==(const ValueCount&) const = default;
};
// The most frequent values of a facet in the result, at most `most` of them; unknown left out.
std::vector<ValueCount> frequentValues(const Workspace& workspace, Facet facet, std::size_t most);

class ResultPage : public QWidget
{
    Q_OBJECT

public:
    ResultPage(Workspace& workspace, QWidget* parent);

private:
    void addEmptyResult(QVBoxLayout& layout);
    void addSummary(QVBoxLayout& layout);
    void addEnds(QVBoxLayout& layout); // first and latest event
    void addFrequent(QVBoxLayout& layout, Facet facet);
    void choose(Facet facet, const QString& value);

    Workspace& m_workspace;
    QLocale m_locale;
};

// The card while several events are selected: how many, and which.
class SelectionPage : public QWidget
{
    Q_OBJECT

public:
    SelectionPage(Workspace& workspace, QWidget* parent);
};

} // namespace interdict
