// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/switchrow.h"

#include "widgets/editor/flowlayout.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QToolButton>

namespace interdict {

SwitchRow::SwitchRow(const QString& name, int buttons, QWidget* parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    setAccessibleName(name);
    auto* layout = new FlowLayout(2, 0, this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < buttons; ++i) {
        auto* button = new QToolButton(this);
        button->setProperty("flat", true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->installEventFilter(this);
        m_buttons->addButton(button, i);
        layout->addWidget(button);
    }
    m_buttons->button(0)->setChecked(true);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT chosenChanged(id);
    });
}

void SwitchRow::setText(int button, const QString& text)
{
    m_buttons->button(button)->setText(text);
}

void SwitchRow::setButtonEnabled(int button, bool enabled)
{
    m_buttons->button(button)->setEnabled(enabled);
}

int SwitchRow::chosen() const
{
    return m_buttons->checkedId();
}

void SwitchRow::choose(int button)
{
    m_buttons->button(button)->setChecked(true);
}

bool SwitchRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return false;
    const int step = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1;
    auto* next = m_buttons->button(m_buttons->id(qobject_cast<QAbstractButton*>(watched)) + step);
    if (next && next->isEnabled()) {
        next->setFocus();
        next->click();
    }
    return true;
}

} // namespace interdict
