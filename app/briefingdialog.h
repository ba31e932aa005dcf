// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what a briefing of the shown events should hold: format, paper, parts, and whether it is one or one
// for each value of a facet.
#pragma once

#include "app/briefing.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;

namespace interdict {

class BriefingDialog : public QDialog
{
    Q_OBJECT

public:
    BriefingDialog(const Workspace& workspace, QWidget* parent);

    // Format, paper, parts and facet; neither data set nor file.
    BriefingOptions options() const;

private:
    void addFacets(const Workspace& workspace);
    QWidget* makeParts();
    void showFormat();

    QComboBox* m_each;
    QComboBox* m_formats;
    QComboBox* m_paper;
    QLabel* m_hint;
    std::vector<std::pair<BriefingPart, QCheckBox*>> m_parts;
};

} // namespace interdict
