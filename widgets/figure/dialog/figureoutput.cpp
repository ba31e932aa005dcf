// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/dialog/figureoutput.h"

#include "widgets/figure/dialog/choicerows.h"

#include <QCheckBox>
#include <QStandardItemModel>

namespace interdict {

using namespace choicerows;

QString figureFormatLabel(FigureFormat format)
{
    for (const auto& entry : figureFormats())
        if (entry.value == format)
            return QCoreApplication::translate("FigureFile", entry.label);
    return {};
}

FigureOutput::FigureOutput(QWidget* parent)
    : QWidget(parent)
    , m_form(makeForm(this))
    , m_format(new QComboBox)
    , m_dpi(new QComboBox)
    , m_transparent(new QCheckBox(tr("Transp&arent ground")))
{
    for (const auto& format : figureFormats())
        m_format->addItem(figureFormatLabel(format.value), static_cast<int>(format.value));
    for (int times = 1; times <= 4; ++times)
        m_dpi->addItem(tr("%1× (%2 dpi)").arg(times).arg(times * pixelsPerInch), times * pixelsPerInch);
    for (const double dpi : {300.0, 600.0})
        m_dpi->addItem(tr("%1 dpi").arg(dpi), dpi);
    m_dpi->setCurrentIndex(1);
    addHeading(*m_form, tr("File"));
    addRow(*m_form, tr("&Kind"), m_format);
    addRow(*m_form, tr("Pi&xels"), m_dpi);
    m_form->addRow(QString(), m_transparent);
    for (QComboBox* box : {m_format, m_dpi})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            showRows();
            Q_EMIT changed();
        });
    connect(m_transparent, &QCheckBox::toggled, this, &FigureOutput::changed);
    showRows();
}

FigureFormat FigureOutput::format() const
{
    return chosen<FigureFormat>(*m_format);
}

void FigureOutput::showRows()
{
    const FigureFormat now = format();
    m_form->setRowVisible(m_dpi, now == FigureFormat::Png || now == FigureFormat::WebP);
    m_form->setRowVisible(m_transparent, now == FigureFormat::Png || now == FigureFormat::Svg);
}

FigureFileOptions FigureOutput::options() const
{
    FigureFileOptions made;
    made.dpi = m_dpi->currentData().toDouble();
    made.transparent =
        m_transparent->isChecked() && (format() == FigureFormat::Png || format() == FigureFormat::Svg);
    return made;
}

void FigureOutput::allowMoving(bool isAllowed)
{
    const int index = m_format->findData(static_cast<int>(FigureFormat::WebP));
    auto* model = qobject_cast<QStandardItemModel*>(m_format->model());
    if (!model || index < 0)
        return;
    model->item(index)->setEnabled(isAllowed);
    if (!isAllowed && m_format->currentIndex() == index)
        m_format->setCurrentIndex(0);
}

QVariantMap FigureOutput::saveState() const
{
    return {{QStringLiteral("format"), keyOf(figureFormats(), format())},
            {QStringLiteral("dpi"), m_dpi->currentData()},
            {QStringLiteral("transparent"), m_transparent->isChecked()}};
}

void FigureOutput::restoreState(const QVariantMap& state)
{
    if (const auto format = fromKey(figureFormats(), state.value(QStringLiteral("format")).toString()))
        choose(*m_format, *format);
    if (const int index = m_dpi->findData(state.value(QStringLiteral("dpi")).toDouble()); index >= 0)
        m_dpi->setCurrentIndex(index);
    m_transparent->setChecked(state.value(QStringLiteral("transparent")).toBool());
}

} // namespace interdict
