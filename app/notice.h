// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Says above the views what to do where there is nothing to explore: no data set, or one without events.
#pragma once

#include <QWidget>

class QLabel;

namespace interdict {

class Files;
class Workspace;

class Notice : public QWidget
{
    Q_OBJECT

public:
    Notice(const Workspace& workspace, Files& files, QWidget* parent = nullptr);

    QString text() const;

private:
    void refresh();

    const Workspace& m_workspace;
    QLabel* m_text;
};

} // namespace interdict
