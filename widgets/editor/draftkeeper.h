// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what is typed as a draft in the data set: soon after the last change, and now and then while changes
// go on.
#pragma once

#include "model/store/dataset.h"

#include <QObject>
#include <QTimer>

namespace interdict {

class Workspace;

inline constexpr int draftPause = 1000; // ms after the last change
inline constexpr int draftDelay = 1800; // ms after the first change that is not kept

class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    using Content = std::function<QByteArray()>;
    // `draft`: one that is there already, or what a new one begins with.
    DraftKeeper(Workspace& workspace, Draft draft, Content content, QObject* parent);

    void changed();
    bool keepNow(); // false where it could not be kept
    void release(); // what is kept waits to be taken up by anyone
    void remove();  // and no more is kept until the next change
    std::int64_t id() const { return m_draft.id; }

private:
    Workspace& m_workspace;
    Draft m_draft;
    Content m_content;
    QTimer m_pause;
    QTimer m_delay;
};

} // namespace interdict
