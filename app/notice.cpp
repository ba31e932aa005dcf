// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notice.h"

#include "app/files.h"
#include "widgets/controls/linkbutton.h"

#include <QBoxLayout>
#include <QLabel>

namespace interdict {

Notice::Notice(const Workspace& workspace, Files& files, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("notice"));
    setAttribute(Qt::WA_StyledBackground);
    setStyleSheet(QStringLiteral("#notice { border-bottom: 1px solid palette(midlight); }"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(16);
    layout->addWidget(m_text, 1);
    const auto add = [&](const QString& text, void (Files::*action)()) {
        auto* button = new LinkButton(LinkButton::Look::Link, text, this);
        connect(button, &QAbstractButton::clicked, &files, action);
        layout->addWidget(button);
    };
    add(tr("Open a data set…"), &Files::chooseAndOpen);
    add(tr("Begin a new one…"), &Files::chooseAndCreate);
    connect(&workspace, &Workspace::dataSetChanged, this, &Notice::refresh);
    refresh();
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::refresh()
{
    const bool open = m_workspace.isOpen();
    m_text->setText(open ? tr("This data set has no events yet, only the terms and platforms to describe "
                              "them. Open one that has events, or drop its file here.")
                         : tr("No data set is open. Open one, or drop its file here."));
    setVisible(!open || m_workspace.columns().empty());
}

} // namespace interdict
