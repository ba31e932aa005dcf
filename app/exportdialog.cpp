// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportdialog.h"

#include "model/workspace.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace interdict {

namespace {

constexpr int hintWidth = 340;

} // namespace

ExportDialog::ExportDialog(const Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_choices(new QButtonGroup(this))
    , m_formats(new QComboBox)
    , m_hint(new QLabel)
    , m_dictionary(new QCheckBox(tr("&Data dictionary beside it")))
{
    m_formats->setProperty("flat", true);
    setWindowTitle(tr("Export"));
    for (const RecordFormatInfo& info : recordFormats())
        m_formats->addItem(tr("%1 (.%2)").arg(formatLabel(info), QLatin1String(info.ending)),
                           static_cast<int>(info.format));
    m_formats->setAccessibleName(tr("Format"));
    m_hint->setWordWrap(true);
    m_hint->setFixedWidth(hintWidth);
    m_dictionary->setToolTip(tr("A second file, NAME.dictionary.csv, that says what the columns mean"));
    auto* form = new QFormLayout;
    form->addRow(tr("Events"), makeChoices(workspace));
    form->addRow(tr("&Format"), m_formats);
    form->addRow(QString(), m_hint);
    form->addRow(QString(), m_dictionary);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* next = buttons->addButton(tr("&Choose File…"), QDialogButtonBox::AcceptRole);
    next->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(m_formats, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showFormat();
}

QRadioButton* ExportDialog::addChoice(ExportChoice choice, const QString& text, bool possible)
{
    auto* button = new QRadioButton(text);
    button->setEnabled(possible);
    m_choices->addButton(button, static_cast<int>(choice));
    return button;
}

QWidget* ExportDialog::makeChoices(const Workspace& workspace)
{
    const auto shown = static_cast<int>(workspace.result().size());
    const auto all = static_cast<int>(workspace.columns().size());
    const auto selected = static_cast<int>(workspace.selection().size());
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(addChoice(ExportChoice::Shown, tr("The %Ln event(s) &shown", nullptr, shown), true));
    layout->addWidget(addChoice(ExportChoice::All, tr("&All %Ln event(s)", nullptr, all), true));
    layout->addWidget(
        addChoice(ExportChoice::Selected, tr("The %Ln event(s) s&elected", nullptr, selected), selected > 0));
    m_choices->button(static_cast<int>(ExportChoice::Shown))->setChecked(true);
    return box;
}

void ExportDialog::showFormat()
{
    m_hint->setText(formatHint(formatInfo(format())));
    m_dictionary->setEnabled(format() == RecordFormat::Csv);
}

ExportChoice ExportDialog::choice() const
{
    return static_cast<ExportChoice>(m_choices->checkedId());
}

RecordFormat ExportDialog::format() const
{
    return static_cast<RecordFormat>(m_formats->currentData().toInt());
}

bool ExportDialog::wantsDictionary() const
{
    return m_dictionary->isEnabled() && m_dictionary->isChecked();
}

} // namespace interdict
