// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events of the record that may be the one being entered: why, what differs, and what to do.
#pragma once

#include "model/edit/twins.h"

#include <QScrollArea>

class QVBoxLayout;

namespace interdict {

class LinkButton;
class Workspace;

class TwinsList : public QScrollArea
{
    Q_OBJECT

public:
    explicit TwinsList(const Workspace& workspace, QWidget* parent = nullptr);

    void setTwins(const std::vector<Twin>& twins);
    int count() const { return static_cast<int>(m_twins.size()); }
    // Beside the form it stands open; below it, it begins folded to its heading.
    void setBeside(bool isBeside);
    QSize sizeHint() const override;

Q_SIGNALS:
    void openAsked(const QString& uid);
    void mergeAsked(const interdict::Event& event);

private:
    void setOpen(bool isOpen);
    void fit();
    QWidget* makeCard(const Twin& twin);
    QString reasonOf(const Twin& twin) const;
    QString differencesOf(const Twin& twin) const;

    const Workspace& m_workspace;
    std::vector<Event> m_twins; // as shown
    std::vector<QWidget*> m_cards;
    QVBoxLayout* m_layout;
    LinkButton* m_heading;
    QWidget* m_list;
    bool m_isBeside = true;
    bool m_isOpen = true;
};

} // namespace interdict
