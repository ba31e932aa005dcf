// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/dialog/figurelook.h"

#include "widgets/figure/dialog/choicerows.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace interdict {

using namespace choicerows;

namespace {

constexpr auto freeKey = "free";
constexpr auto logoKey = "logo";     // beside the spec, which never holds it
constexpr double millimetres = 25.4; // an inch

QCheckBox* checked(const QString& text)
{
    auto* box = new QCheckBox(text);
    box->setChecked(true);
    return box;
}

QSpinBox* makeSide(const QString& name)
{
    auto* side = new QSpinBox;
    side->setRange(0, 20000);
    side->setAccessibleName(name);
    side->setButtonSymbols(QAbstractSpinBox::NoButtons);
    side->setKeyboardTracking(false);
    return side;
}

} // namespace

FigureLook::FigureLook(QWidget* parent)
    : QWidget(parent)
    , m_form(makeForm(this))
    , m_page(new QComboBox)
    , m_width(makeSide(tr("Width")))
    , m_height(makeSide(tr("Height; 0 is as high as the content")))
    , m_unit(new QComboBox)
    , m_sizeRow(new QWidget)
    , m_theme(new QComboBox)
    , m_font(new QComboBox)
    , m_fontSize(new QSpinBox)
    , m_hasTitle(checked({}))
    , m_title(new QLineEdit)
    , m_hasSubtitle(checked({}))
    , m_subtitle(new QLineEdit)
    , m_caption(new QLineEdit)
    , m_logo(new QLineEdit)
    , m_legend(checked(tr("Le&gend")))
    , m_source(checked(tr("Data, &filter and date")))
{
    for (QComboBox* box : {m_page, m_unit, m_theme, m_font}) {
        box->setMaxVisibleItems(20);
    }
    addPageRows();
    addWordRows();
    for (QComboBox* box : {m_page, m_theme, m_font})
        connect(box, &QComboBox::currentIndexChanged, this, &FigureLook::changed);
    connect(m_page, &QComboBox::currentIndexChanged, this, &FigureLook::showSize);
    for (QSpinBox* number : {m_width, m_height, m_fontSize})
        connect(number, &QSpinBox::valueChanged, this, &FigureLook::changed);
    for (QLineEdit* text : {m_title, m_subtitle, m_caption, m_logo})
        connect(text, &QLineEdit::textChanged, this, &FigureLook::changed);
    for (QCheckBox* box : {m_hasTitle, m_hasSubtitle, m_legend, m_source})
        connect(box, &QCheckBox::toggled, this, &FigureLook::changed);
    showSize();
}

void FigureLook::addPageRows()
{
    for (const FigurePage& page : figurePages())
        m_page->addItem(QCoreApplication::translate("Figure", page.label), QLatin1String(page.key));
    m_page->addItem(tr("Free size"), QLatin1String(freeKey));
    fill(*m_theme, figureThemes(), "Figure");
    m_font->addItem(tr("The program's"), QString());
    for (const QString& family : QFontDatabase::families())
        if (QFontDatabase::isSmoothlyScalable(family) && !QFontDatabase::isPrivateFamily(family))
            m_font->addItem(family, family);
    m_fontSize->setRange(0, 40);
    m_fontSize->setSuffix(tr(" px"));
    m_fontSize->setSpecialValueText(tr("As the page has it"));
    m_unit->addItem(tr("px"), 1.0);
    m_unit->addItem(tr("mm"), pixelsPerInch / millimetres);
    m_unit->setProperty("flat", true);
    m_unit->setAccessibleName(tr("Unit of the size"));
    m_height->setSpecialValueText(tr("as needed"));
    m_width->setValue(900);
    m_height->setValue(600);
    connect(m_unit, &QComboBox::currentIndexChanged, this,
            [this, before = 1.0](int) mutable { // the size stays, its numbers change
                const double factor = before / m_unit->currentData().toDouble();
                before = m_unit->currentData().toDouble();
                for (QSpinBox* side : {m_width, m_height}) {
                    const QSignalBlocker quiet(side);
                    side->setValue(static_cast<int>(std::lround(side->value() * factor)));
                }
                Q_EMIT changed();
            });
    auto* size = new QHBoxLayout(m_sizeRow);
    size->setContentsMargins(0, 0, 0, 0);
    size->setSpacing(4);
    size->addWidget(m_width, 1);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(m_height, 1);
    size->addWidget(m_unit);
    m_sizeRow->setFocusProxy(m_width);
    addHeading(*m_form, tr("Page"));
    addRow(*m_form, tr("Pa&ge"), m_page);
    addRow(*m_form, tr("Size"), m_sizeRow);
    addRow(*m_form, tr("Pale&tte"), m_theme);
    addRow(*m_form, tr("Fo&nt"), m_font);
    addRow(*m_form, tr("Letters"), m_fontSize);
    m_page->setCurrentIndex(1);
    choose(*m_theme, FigureTheme::Print);
}

QWidget* FigureLook::makeText(QCheckBox* isShown, QLineEdit* text)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(isShown);
    layout->addWidget(text, 1);
    connect(isShown, &QCheckBox::toggled, text, &QWidget::setEnabled);
    row->setFocusProxy(text);
    return row;
}

void FigureLook::addWordRows()
{
    auto* pick = new QPushButton(tr("…"));
    pick->setToolTip(tr("Choose a picture"));
    pick->setAccessibleName(tr("Choose a picture for the logo"));
    connect(pick, &QPushButton::clicked, this, &FigureLook::chooseLogo);
    auto* logoRow = new QWidget;
    auto* logo = new QHBoxLayout(logoRow);
    logo->setContentsMargins(0, 0, 0, 0);
    logo->setSpacing(4);
    logo->addWidget(m_logo, 1);
    logo->addWidget(pick);
    logoRow->setFocusProxy(m_logo);
    m_logo->setPlaceholderText(tr("None"));
    m_logo->setClearButtonEnabled(true);
    m_caption->setPlaceholderText(tr("None"));
    addHeading(*m_form, tr("Words"));
    addRow(*m_form, tr("&Title"), makeText(m_hasTitle, m_title));
    addRow(*m_form, tr("S&ubtitle"), makeText(m_hasSubtitle, m_subtitle));
    addRow(*m_form, tr("Capt&ion"), m_caption);
    addRow(*m_form, tr("L&ogo"), logoRow);
    auto* also = new QWidget;
    auto* boxes = new QVBoxLayout(also);
    boxes->setContentsMargins(0, 4, 0, 0);
    boxes->setSpacing(4);
    boxes->addWidget(m_legend);
    boxes->addWidget(m_source);
    m_form->addRow(tr("Also"), also);
    m_title->setAccessibleName(tr("Title"));
    m_subtitle->setAccessibleName(tr("Subtitle"));
    m_logo->setAccessibleName(tr("Logo"));
    m_hasTitle->setAccessibleName(tr("With a title"));
    m_hasTitle->setToolTip(tr("With a title"));
    m_hasSubtitle->setAccessibleName(tr("With a subtitle"));
    m_hasSubtitle->setToolTip(tr("With a subtitle"));
}

void FigureLook::showSize()
{
    m_form->setRowVisible(m_sizeRow, m_page->currentData().toString() == QLatin1String(freeKey));
}

void FigureLook::chooseLogo()
{
    auto* dialog = new QFileDialog(window(), tr("Logo"), {}, tr("Pictures (*.png *.svg *.jpg *.jpeg)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_logo, &QLineEdit::setText);
    dialog->open();
}

void FigureLook::suggest(const QString& title, const QString& subtitle)
{
    m_title->setPlaceholderText(title);
    m_title->setToolTip(title);
    m_subtitle->setPlaceholderText(subtitle);
    m_subtitle->setToolTip(subtitle);
}

QSizeF FigureLook::freeSize() const
{
    const double unit = m_unit->currentData().toDouble();
    return {m_width->value() * unit, m_height->value() * unit};
}

void FigureLook::readInto(FigureSpec& spec) const
{
    const QString page = m_page->currentData().toString();
    const bool isFree = page == QLatin1String(freeKey);
    spec.page = isFree ? FigureSpec().page : page;
    spec.freeSize = isFree ? std::optional(freeSize()) : std::nullopt;
    spec.theme = chosen<FigureTheme>(*m_theme);
    spec.font = m_font->currentData().toString();
    spec.fontSize = m_fontSize->value();
    const auto words = [](const QCheckBox& isShown, const QLineEdit& text) {
        const QString typed = text.text().trimmed();
        return !isShown.isChecked() ? std::optional(QString())
               : typed.isEmpty()    ? std::nullopt
                                    : std::optional(typed);
    };
    spec.title = words(*m_hasTitle, *m_title);
    spec.subtitle = words(*m_hasSubtitle, *m_subtitle);
    spec.caption = m_caption->text().trimmed();
    spec.logo = m_logo->text();
    spec.showLegend = m_legend->isChecked();
    spec.showSource = m_source->isChecked();
}

QVariantMap FigureLook::saveState() const
{
    FigureSpec spec;
    readInto(spec);
    spec.title.reset();
    spec.subtitle.reset();
    spec.caption.clear();
    QVariantMap state = toJson(spec).toVariantMap();
    state.insert(QLatin1String(logoKey), spec.logo);
    return state;
}

void FigureLook::restoreState(const QVariantMap& state)
{
    FigureSpec spec;
    dress(spec, state);
    const auto pick = [](QComboBox& box, const QString& value) {
        if (const int index = box.findData(value); index >= 0)
            box.setCurrentIndex(index);
    };
    pick(*m_page, spec.freeSize ? QLatin1String(freeKey) : spec.page);
    if (spec.freeSize) {
        m_width->setValue(static_cast<int>(std::lround(spec.freeSize->width())));
        m_height->setValue(static_cast<int>(std::lround(spec.freeSize->height())));
    }
    choose(*m_theme, spec.theme);
    pick(*m_font, spec.font);
    m_fontSize->setValue(static_cast<int>(std::lround(spec.fontSize)));
    m_logo->setText(spec.logo);
    m_legend->setChecked(spec.showLegend);
    m_source->setChecked(spec.showSource);
}

void dress(FigureSpec& spec, const QVariantMap& state)
{
    const FigureSpec from = figureSpecFrom(QJsonObject::fromVariantMap(state));
    spec.page = from.page;
    spec.freeSize = from.freeSize;
    spec.theme = from.theme;
    spec.font = from.font;
    spec.fontSize = from.fontSize;
    spec.logo = state.value(QLatin1String(logoKey)).toString();
    spec.showLegend = from.showLegend;
    spec.showSource = from.showSource;
}

} // namespace interdict
