// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefingdialog.h"

#include "app/briefingfiles.h"
#include "model/workspace.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace interdict {

namespace {

constexpr int hintWidth = 340;

QString hintOf(BriefingFormat format)
{
    switch (format) {
    case BriefingFormat::Pdf:
        return BriefingDialog::tr("Pages for paper and screen, to read or to print as they are.");
    case BriefingFormat::Html:
        return BriefingDialog::tr("One file for any browser, pictures within, light and dark.");
    case BriefingFormat::Odt:
        return BriefingDialog::tr("To edit on in LibreOffice, Word and others.");
    case BriefingFormat::Markdown:
        break;
    }
    return BriefingDialog::tr("Plain text with marks, for notes and wikis; without pictures.");
}

} // namespace

BriefingDialog::BriefingDialog(const Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_each(new QComboBox)
    , m_formats(new QComboBox)
    , m_paper(new QComboBox)
    , m_hint(new QLabel)
{
    setWindowTitle(tr("Briefing"));
    for (QComboBox* box : {m_each, m_formats, m_paper})
        box->setProperty("flat", true);
    for (const auto& format : briefingFormats())
        m_formats->addItem(tr("%1 (.%2)").arg(briefingFormatLabel(format.value), QLatin1String(format.key)),
                           static_cast<int>(format.value));
    m_paper->addItem(tr("A4"), QStringLiteral("a4"));
    m_paper->addItem(tr("Letter"), QStringLiteral("letter"));
    addFacets(workspace);
    m_each->setAccessibleName(tr("Number of briefings"));
    m_formats->setAccessibleName(tr("Format"));
    m_paper->setAccessibleName(tr("Paper"));
    m_hint->setWordWrap(true);
    m_hint->setFixedWidth(hintWidth);
    auto* title = new QLabel(suggestedBriefingTitle(workspace));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto* form = new QFormLayout;
    form->addRow(tr("Title"), title);
    form->addRow(tr("&Briefings"), m_each);
    form->addRow(tr("&Format"), m_formats);
    form->addRow(QString(), m_hint);
    form->addRow(tr("&Paper"), m_paper);
    form->addRow(tr("Parts"), makeParts());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* next = buttons->addButton(tr("&Save…"), QDialogButtonBox::AcceptRole);
    next->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(m_formats, &QComboBox::currentIndexChanged, this, &BriefingDialog::showFormat);
    connect(m_each, &QComboBox::currentIndexChanged, title,
            [this, title] { title->setEnabled(!m_each->currentData().isValid()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showFormat();
}

// Facets with one value would give the same briefing again.
void BriefingDialog::addFacets(const Workspace& workspace)
{
    m_each->addItem(
        tr("One, of the %Ln event(s) shown", nullptr, static_cast<int>(workspace.result().size())));
    for (const FacetInfo& info : facets()) {
        const auto values = static_cast<int>(briefingValues(workspace, info.facet).size());
        if (values > 1)
            m_each->addItem(tr("One for each: %1 (%2)").arg(facetLabel(info.facet).toLower()).arg(values),
                            static_cast<int>(info.facet));
    }
}

QWidget* BriefingDialog::makeParts()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i <= static_cast<int>(BriefingPart::Method); ++i) {
        const auto part = static_cast<BriefingPart>(i);
        if (!isOptional(part))
            continue;
        auto* check = new QCheckBox(briefingPartLabel(part));
        check->setChecked(true);
        layout->addWidget(check);
        m_parts.emplace_back(part, check);
    }
    return box;
}

void BriefingDialog::showFormat()
{
    const auto format = static_cast<BriefingFormat>(m_formats->currentData().toInt());
    m_hint->setText(hintOf(format));
    m_paper->setEnabled(format == BriefingFormat::Pdf || format == BriefingFormat::Odt);
    for (const auto& [part, check] : m_parts)
        if (part == BriefingPart::Pictures)
            check->setEnabled(format != BriefingFormat::Markdown);
}

BriefingOptions BriefingDialog::options() const
{
    BriefingOptions options;
    options.format = static_cast<BriefingFormat>(m_formats->currentData().toInt());
    options.page = m_paper->currentData().toString();
    if (m_each->currentData().isValid())
        options.each = static_cast<Facet>(m_each->currentData().toInt());
    for (const auto& [part, check] : m_parts)
        if (!check->isChecked())
            options.without.push_back(part);
    return options;
}

} // namespace interdict
