// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/dialog/figuredialog.h"

#include "model/explore/filtertext.h"
#include "model/workspace.h"
#include "widgets/controls/elidedlabel.h"
#include "widgets/figure/dialog/figurelook.h"
#include "widgets/figure/dialog/figureoutput.h"
#include "widgets/figure/dialog/figurepreview.h"
#include "widgets/figure/dialog/figurewhat.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QToolButton>

namespace interdict {

namespace {

constexpr int choicesWidth = 330;
constexpr int patience = 60; // ms from a choice to its preview: one makes several at once
constexpr QSize wantedSize(1180, 720);
constexpr QSize leftOfScreen(40, 90); // for borders and bars of the desktop

} // namespace

FigureDialog::FigureDialog(const Workspace& workspace, const MapGeometry& geometry,
                           const FigureSpec& onScreen, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_geometry(geometry)
    , m_what(new FigureWhat(workspace, onScreen))
    , m_look(new FigureLook)
    , m_output(new FigureOutput)
    , m_preview(new FigurePreview)
    , m_before(new QToolButton)
    , m_after(new QToolButton)
    , m_pageText(new QLabel)
    , m_sizeText(new QLabel)
    , m_told(new ElidedLabel)
{
    setWindowTitle(tr("Make a Figure"));
    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(makeLeft(), 1);
    columns->addWidget(makeRight());
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(makeButtons());
    resize(wantedSize.boundedTo(screen()->availableSize() - leftOfScreen));

    m_soon.setSingleShot(true);
    m_soon.setInterval(patience);
    connect(&m_soon, &QTimer::timeout, this, &FigureDialog::makeFigure);
    const auto soon = [this] { m_soon.start(); };
    connect(m_what, &FigureWhat::changed, this, soon);
    connect(m_look, &FigureLook::changed, this, soon);
    connect(m_output, &FigureOutput::changed, this, soon);
    connect(m_preview, &FigurePreview::pageChanged, this, &FigureDialog::showPage);
    m_save->setDefault(true); // once it has its dialog
    m_what->setFocus();
    makeFigure();
}

FigureDialog::~FigureDialog() = default;

QWidget* FigureDialog::makeLeft()
{
    const auto turn = [this](QToolButton* button, const QString& sign, const QString& name, int by) {
        button->setText(sign);
        button->setProperty("flat", true);
        button->setToolTip(name);
        button->setAccessibleName(name);
        connect(button, &QToolButton::clicked, this,
                [this, by] { m_preview->setPage(m_preview->page() + by); });
    };
    turn(m_before, QStringLiteral("‹"), tr("Previous page (Page Up)"), -1);
    turn(m_after, QStringLiteral("›"), tr("Next page (Page Down)"), 1);
    m_sizeText->setForegroundRole(QPalette::PlaceholderText);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 4, 12, 4);
    bar->addWidget(m_sizeText, 1);
    bar->addWidget(m_before);
    bar->addWidget(m_pageText);
    bar->addWidget(m_after);
    bar->addStretch(1);
    auto* left = new QWidget;
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_preview, 1);
    layout->addLayout(bar);
    return left;
}

QWidget* FigureDialog::makeRight()
{
    auto* choices = new QWidget;
    auto* layout = new QVBoxLayout(choices);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    for (QWidget* part : std::initializer_list<QWidget*>{m_what, m_look, m_output})
        layout->addWidget(part);
    layout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(choices);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(choicesWidth);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QPushButton* FigureDialog::addAction(const QString& text, void (FigureDialog::*asked)())
{
    auto* button = new QPushButton(text);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, asked] {
        if (m_soon.isActive()) { // what is seen is what is meant
            m_soon.stop();
            makeFigure();
        }
        if (m_preview->figure())
            (this->*asked)();
    });
    m_actions.push_back(button);
    return button;
}

QWidget* FigureDialog::makeButtons()
{
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("figureButtons"));
    bar->setAttribute(Qt::WA_StyledBackground);
    bar->setStyleSheet(QStringLiteral("#figureButtons { border-top: 1px solid palette(midlight); }"));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(addAction(tr("Copy P&icture"), &FigureDialog::copyPictureAsked));
    layout->addWidget(addAction(tr("Copy N&umbers"), &FigureDialog::copyNumbersAsked));
    layout->addWidget(addAction(tr("&Print…"), &FigureDialog::printAsked));
    m_told->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_told, 1);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    layout->addWidget(close);
    QPushButton* save = addAction(tr("&Save…"), &FigureDialog::saveAsked);
    m_save = save;
    layout->addWidget(save);
    return bar;
}

FigureSpec FigureDialog::spec() const
{
    FigureSpec made;
    m_what->readInto(made);
    m_look->readInto(made);
    made.filter = filterText(m_workspace.filter());
    made.asOf = m_workspace.asOf();
    return made;
}

FigureFormat FigureDialog::format() const
{
    return m_output->format();
}

FigureFileOptions FigureDialog::options() const
{
    return m_output->options();
}

void FigureDialog::makeFigure()
{
    const FigureSpec now = spec();
    m_output->allowMoving(now.kind == FigureKind::Map);
    const QString problem = m_what->problem();
    auto figure = problem.isEmpty() ? Figure::make(m_workspace, m_geometry, now, true)
                                    : failure(Error::Kind::BadInput, problem);
    m_look->suggest(suggestedTitle(m_workspace, now), suggestedSubtitle(m_workspace, now));
    if (figure)
        m_preview->showFigure(std::make_shared<const Figure>(std::move(*figure)), options().transparent);
    else
        m_preview->tell(figure.error().message);
    for (QPushButton* button : m_actions)
        button->setEnabled(m_preview->figure() != nullptr);
}

void FigureDialog::showPage()
{
    const int pages = m_preview->pages();
    const int page = m_preview->page();
    for (QWidget* part : std::initializer_list<QWidget*>{m_before, m_pageText, m_after})
        part->setVisible(pages > 1);
    m_before->setEnabled(page > 0);
    m_after->setEnabled(page + 1 < pages);
    m_pageText->setText(tr("%1 of %2").arg(page + 1).arg(pages));
    const Figure* figure = m_preview->figure();
    m_sizeText->setText({});
    if (!figure)
        return;
    const QSizeF size = figure->size();
    const double perMillimetre = pixelsPerInch / 25.4;
    m_sizeText->setText(tr("%1 × %2 px · %3 × %4 mm")
                            .arg(std::round(size.width()))
                            .arg(std::round(size.height()))
                            .arg(std::round(size.width() / perMillimetre))
                            .arg(std::round(size.height() / perMillimetre)));
}

void FigureDialog::tell(const QString& message)
{
    m_told->setText(message);
    m_told->setAccessibleName(message);
}

QVariantMap FigureDialog::saveState() const
{
    QVariantMap state = m_look->saveState();
    state.insert(m_output->saveState());
    return state;
}

void FigureDialog::restoreState(const QVariantMap& state)
{
    m_look->restoreState(state);
    m_output->restoreState(state);
    m_soon.stop();
    makeFigure();
}

} // namespace interdict
