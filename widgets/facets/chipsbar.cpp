// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/chipsbar.h"

#include "model/explore/filtertext.h"
#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/facets/chip.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

namespace interdict {

namespace {

constexpr int scrollStep = 160;

// As wide as its chips, where there is room.
class Strip : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override { return widget() ? widget()->sizeHint() : QSize(); }
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }
};

} // namespace

ChipsBar::ChipsBar(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_hint(new QLabel(this))
    , m_strip(makeStrip())
    , m_before(makeArrow(QStringLiteral("‹"), tr("Earlier conditions"), -scrollStep))
    , m_after(makeArrow(QStringLiteral("›"), tr("Further conditions"), scrollStep))
    , m_clear(new LinkButton(LinkButton::Look::Quiet, tr("Clear all"), this))
{
    m_clear->setMinimumWidth(m_clear->sizeHint().width());
    setAccessibleName(tr("Active filters"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 5, 12, 5);
    layout->setSpacing(4);
    layout->addWidget(m_hint);
    for (QWidget* part : std::initializer_list<QWidget*>{m_before, m_strip, m_after, m_clear})
        layout->addWidget(part);
    layout->addStretch(1);
    connect(m_clear, &QAbstractButton::clicked, this, [this] { m_workspace.setFilter({}); });
    connect(&workspace, &Workspace::filterChanged, this, &ChipsBar::refresh);
    connect(&workspace, &Workspace::dataSetChanged, this, &ChipsBar::refresh);
    connect(&workspace, &Workspace::vocabularyChanged, this, &ChipsBar::refresh);
    styleHint();
    refresh();
}

QScrollArea* ChipsBar::makeStrip()
{
    auto* strip = new Strip(this);
    strip->setFrameShape(QFrame::NoFrame);
    strip->setFocusPolicy(Qt::NoFocus);
    strip->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    strip->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    strip->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    strip->setWidgetResizable(true);
    auto* line = new QWidget;
    m_line = new QHBoxLayout(line);
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(6);
    strip->setWidget(line);
    strip->viewport()->setAutoFillBackground(false);
    line->setAutoFillBackground(false);
    strip->viewport()->installEventFilter(this);
    const QScrollBar* bar = strip->horizontalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, &ChipsBar::updateArrows, Qt::QueuedConnection);
    connect(bar, &QScrollBar::valueChanged, this, &ChipsBar::updateArrows);
    return strip;
}

LinkButton* ChipsBar::makeArrow(const QString& text, const QString& name, int step)
{
    auto* arrow = new LinkButton(LinkButton::Look::Title, text, this);
    arrow->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    arrow->setAccessibleName(name);
    arrow->setToolTip(name);
    arrow->setFocusPolicy(Qt::NoFocus); // the chips themselves are walked through
    arrow->hide();
    connect(arrow, &QAbstractButton::clicked, this, [this, step] { scrollBy(step); });
    return arrow;
}

QSize ChipsBar::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void ChipsBar::refresh()
{
    showConditions();
    const bool isEmpty = m_chips.empty();
    m_hint->setText(tr("All %Ln event(s)", nullptr, static_cast<int>(m_workspace.total())));
    m_hint->setVisible(isEmpty && m_workspace.isOpen());
    m_strip->setVisible(!isEmpty);
    m_clear->setVisible(!isEmpty);
    setFixedHeight(fontMetrics().height() + 18); // the same with and without chips
    updateArrows();
}

// Chips are kept and told their new condition, so that the keyboard stays where it was.
void ChipsBar::showConditions()
{
    const std::vector<FilterCondition> conditions =
        describeFilter(m_workspace.filter(), m_workspace.vocabulary(), m_workspace.gazetteer());
    const auto hasChipFocus = [] { return qobject_cast<Chip*>(QApplication::focusWidget()) != nullptr; };
    const bool hadFocus = hasChipFocus() && isAncestorOf(QApplication::focusWidget());
    setChipCount(conditions.size());
    for (std::size_t number = 0; number < conditions.size(); ++number)
        m_chips[number]->setCondition(conditions[number].label, conditions[number].value);
    if (hadFocus && !hasChipFocus() && !m_chips.empty())
        m_chips.back()->setFocus();
    m_line->activate();
    m_strip->updateGeometry();
}

void ChipsBar::setChipCount(std::size_t count)
{
    while (m_chips.size() > count) {
        // Its own click may be what removes it.
        m_chips.back()->hide();
        m_chips.back()->deleteLater();
        m_line->removeWidget(m_chips.back());
        m_chips.pop_back();
    }
    while (m_chips.size() < count) {
        auto* chip = new Chip(m_strip->widget());
        chip->installEventFilter(this);
        connect(chip, &QAbstractButton::clicked, this, [this, number = m_chips.size()] { remove(number); });
        m_line->addWidget(chip);
        chip->show();
        m_chips.push_back(chip);
    }
}

void ChipsBar::remove(std::size_t number)
{
    const auto conditions =
        describeFilter(m_workspace.filter(), m_workspace.vocabulary(), m_workspace.gazetteer());
    if (number < conditions.size())
        m_workspace.setFilter(conditions[number].without);
}

void ChipsBar::scrollBy(int pixels)
{
    QScrollBar* bar = m_strip->horizontalScrollBar();
    bar->setValue(bar->value() + pixels);
}

void ChipsBar::updateArrows()
{
    const QScrollBar* bar = m_strip->horizontalScrollBar();
    const bool isFull = !m_chips.empty() && bar->maximum() > 0;
    m_before->setVisible(isFull);
    m_after->setVisible(isFull);
    m_before->setEnabled(bar->value() > 0);
    m_after->setEnabled(bar->value() < bar->maximum());
}

bool ChipsBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn && watched != m_strip->viewport())
        m_strip->ensureWidgetVisible(static_cast<QWidget*>(watched), 10, 0);
    if (event->type() == QEvent::Wheel && watched == m_strip->viewport()) {
        const QPoint turned = static_cast<QWheelEvent*>(event)->angleDelta();
        scrollBy(-(turned.x() != 0 ? turned.x() : turned.y()) / 2);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChipsBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateArrows();
}

void ChipsBar::styleHint()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, Theme::of(palette()).dim);
    if (m_hint->palette().color(QPalette::WindowText) != quiet.color(QPalette::WindowText))
        m_hint->setPalette(quiet);
}

void ChipsBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_hint)
        styleHint();
    QWidget::changeEvent(event);
}

} // namespace interdict
