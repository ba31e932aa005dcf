// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vocabulary/colourfield.h"

#include "widgets/detail/cardparts.h"
#include "widgets/theme/marks.h"

#include <QColorDialog>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

namespace interdict {

namespace {

QIcon swatch(const QColor& colour, const Theme& theme)
{
    QPixmap picture(28, 28);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colour);
    painter.setPen(theme.faint);
    painter.drawRoundedRect(QRectF(1, 1, 12, 12), 2, 2);
    return QIcon(picture);
}

} // namespace

ColourField::ColourField(QWidget* parent)
    : QWidget(parent)
    , m_choose(new QPushButton(this))
    , m_clear(new QPushButton(tr("As the &Theme Draws It"), this))
    , m_note(makeText({}, TextRole::Dim, this))
{
    m_choose->setAutoDefault(false);
    m_clear->setAutoDefault(false);
    m_choose->setAccessibleName(tr("Colour"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_choose, 0, 0);
    grid->addWidget(m_clear, 1, 0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_note, 2, 0, 1, 2);
    setFocusProxy(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &ColourField::choose);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        setColour({});
        m_choose->setFocus();
        Q_EMIT changed();
    });
    show();
}

void ColourField::setColour(const QString& colour)
{
    m_colour = colour;
    show();
}

QString ColourField::note() const
{
    if (m_colour.isEmpty())
        return {};
    QStringList notes;
    for (const Theme& theme : {Theme::light(), Theme::darkTheme()}) {
        const QColor drawn = readableMark(QColor(m_colour), theme);
        if (drawn != QColor(m_colour))
            notes << (theme.dark ? tr("On dark it is drawn as %1, to stand out.").arg(drawn.name())
                                 : tr("On light it is drawn as %1, to stand out.").arg(drawn.name()));
    }
    return notes.join(u' ');
}

void ColourField::show()
{
    const Theme& theme = Theme::of(palette());
    m_choose->setText(m_colour.isEmpty() ? tr("Choo&se…") : m_colour);
    m_choose->setIcon(m_colour.isEmpty() ? QIcon() : swatch(QColor(m_colour), theme));
    m_clear->setEnabled(!m_colour.isEmpty());
    m_note->setText(note());
    m_note->setVisible(!m_note->text().isEmpty());
}

void ColourField::choose()
{
    auto* dialog =
        new QColorDialog(m_colour.isEmpty() ? Theme::of(palette()).categories[0] : QColor(m_colour), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QColorDialog::DontUseNativeDialog);
    dialog->setWindowTitle(tr("Colour"));
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor& colour) {
        setColour(colour.name());
        Q_EMIT changed();
    });
    dialog->open();
}

void ColourField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        show();
    QWidget::changeEvent(event);
}

} // namespace interdict
