// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong or doubtful about a field, below it: a sign and a colour for each kind, and words.
#pragma once

#include "model/edit/validation.h"

#include <QLabel>
#include <QWidget>

class QVBoxLayout;

namespace interdict {

struct Theme;

QColor findingColour(Finding::Severity severity, const Theme& theme);

class FindingLabel : public QLabel // one finding
{
    Q_OBJECT

public:
    FindingLabel(const Finding& finding, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void dress();

    Finding::Severity m_severity;
};

class FindingList : public QWidget // all of a field; hidden while there is none
{
    Q_OBJECT

public:
    explicit FindingList(QWidget* parent);
    void setFindings(const std::vector<Finding>& findings);
    QString text() const; // one a line

private:
    QVBoxLayout* m_layout;
    std::vector<Finding> m_findings;
    std::vector<FindingLabel*> m_labels;
};

} // namespace interdict
