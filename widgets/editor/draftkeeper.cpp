// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/draftkeeper.h"

#include "model/workspace.h"

namespace interdict {

DraftKeeper::DraftKeeper(Workspace& workspace, Draft draft, Content content, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_draft(std::move(draft))
    , m_content(std::move(content))
{
    for (QTimer* timer : {&m_pause, &m_delay}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &DraftKeeper::keepNow);
    }
    m_pause.setInterval(draftPause);
    m_delay.setInterval(draftDelay);
}

void DraftKeeper::changed()
{
    m_pause.start();
    if (!m_delay.isActive())
        m_delay.start();
}

bool DraftKeeper::keepNow()
{
    m_pause.stop();
    m_delay.stop();
    const QByteArray content = m_content();
    if (m_draft.id != 0 && content == m_draft.content)
        return true;
    Draft draft = m_draft;
    draft.content = content;
    const auto id = m_workspace.saveDraft(draft);
    if (!id)
        return false;
    m_draft = std::move(draft);
    m_draft.id = *id;
    return true;
}

void DraftKeeper::release()
{
    if (m_draft.id != 0)
        m_workspace.releaseDraft(m_draft.id);
}

void DraftKeeper::remove()
{
    m_pause.stop();
    m_delay.stop();
    if (m_draft.id != 0)
        m_workspace.removeDraft(m_draft.id);
    m_draft.id = 0;
    m_draft.content.clear();
}

} // namespace interdict
