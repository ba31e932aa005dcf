// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/senddialog.h"

#include "model/edit/datereading.h"
#include "widgets/editor/datefield.h"
#include "widgets/history/changefilter.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace interdict {

SendDialog::SendDialog(int events, Day today, QWidget* parent)
    : QDialog(parent)
    , m_all(new QRadioButton(tr("&Everything in their history"), this))
    , m_since(new QRadioButton(tr("What was &changed since"), this))
    , m_day(new DateField(tr("Day"), today, this))
{
    setWindowTitle(tr("Send Changes"));
    m_all->setChecked(true);
    m_day->setMinimumWidth(22 * fontMetrics().height()); // its hint has examples
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_next = buttons->addButton(tr("Choose &File\u2026"), QDialogButtonBox::AcceptRole);
    m_next->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(
        new QLabel(tr("Of the %Ln selected event(s), a file for a colleague:", nullptr, events)));
    layout->addWidget(m_all);
    layout->addWidget(m_since);
    layout->addWidget(m_day);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    connect(m_day, &DateField::changed, this, [this] {
        m_since->setChecked(true);
        check();
    });
    connect(m_all, &QRadioButton::toggled, this, &SendDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString SendDialog::since() const
{
    const QLocale locale;
    const auto date = readDate(m_day->text(), locale, dateOrderOf(locale)).date;
    return m_all->isChecked() || !date ? QString() : beginOf(date->interval().first);
}

void SendDialog::check()
{
    m_next->setEnabled(m_all->isChecked() || !since().isEmpty());
}

} // namespace interdict
