// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The chart as seen and handled: boxes in proportion, hover, clicks and keys that filter what a mark counts,
// choices, assistive technology, figures.
#include "tests/support/starter.h"
#include "widgets/charts/chartfills.h"
#include "widgets/charts/chartpainter.h"
#include "widgets/charts/chartpanel.h"
#include "widgets/theme/theme.h"
#include "widgets/timeline/hovercard.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QSvgGenerator>
#include <QXmlStreamReader>
#include <QtTest>

using namespace interdict;

namespace {

ChartSpec specOf(ChartKind kind)
{
    ChartSpec spec;
    spec.kind = kind;
    return spec;
}

void eachKind()
{
    QTest::addColumn<ChartKind>("kind");
    for (const auto& kind : chartKinds())
        QTest::newRow(kind.key) << kind.value;
}

} // namespace

class ChartViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void boxesAreInProportion_data() { eachKind(); }
    void boxesAreInProportion();
    void labelsStayInside_data();
    void labelsStayInside();
    void clickShowsWhatTheMarkCounts_data() { eachKind(); }
    void clickShowsWhatTheMarkCounts();
    void keysWalkAndFilter_data() { eachKind(); }
    void keysWalkAndFilter();
    void hoverTellsValues();
    void hoverTellsMilestones();
    void followsTheWorkspace();
    void reckonsNothingWhileHidden();
    void choicesThatMeanNothingAreHidden();
    void choosingChangesTheChart();
    void stateComesBack();
    void emptyChartsSayWhatToDo();
    void marksAreAccessible();
    void seriesDifferInMoreThanColour_data();
    void seriesDifferInMoreThanColour();
    void vectorsHoldTextAndNoPicture_data() { eachKind(); }
    void vectorsHoldTextAndNoPicture();

private:
    ChartView& view() { return m_panel->view(); }
    Workspace& workspace() { return m_starter->workspace; }
    QComboBox* box(const char* name)
    {
        for (auto* each : m_panel->findChildren<QComboBox*>())
            if (each->accessibleName() == QLatin1String(name))
                return each;
        return nullptr;
    }

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<ChartPanel> m_panel;
};

void ChartViewTest::init()
{
    m_starter = std::make_unique<test::Starter>();
    m_panel = std::make_unique<ChartPanel>(m_starter->workspace);
    m_panel->resize(900, 420);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void ChartViewTest::cleanup()
{
    m_panel.reset();
    m_starter.reset();
}

void ChartViewTest::boxesAreInProportion()
{
    QFETCH(const ChartKind, kind);
    view().setSpec(specOf(kind));
    const ChartData& chart = view().chart();
    const ChartLayout& layout = view().layoutNow();
    QCOMPARE(layout.boxes.size(), chart.marks.size());
    const double length = layout.isHorizontal ? layout.plot.width() : layout.plot.height();
    for (std::size_t i = 0; i < chart.marks.size(); ++i) {
        const QRectF& whole = layout.boxes[i].whole;
        QVERIFY(layout.plot.adjusted(-1.5, -1.5, 1.5, 1.5).contains(whole));
        if (layout.isLines) {
            const double height = layout.plot.bottom() - whole.center().y();
            QVERIFY(qAbs(height / length - double(chart.marks[i].value) / layout.greatest) < 1e-6);
            continue;
        }
        const auto lengthOf = [&](const QRectF& box) {
            return layout.isHorizontal ? box.width() : box.height();
        };
        QVERIFY(qAbs(lengthOf(whole) / length - double(chart.marks[i].value) / layout.greatest) < 1e-6);
        QVERIFY(qAbs(lengthOf(layout.boxes[i].certain) / length -
                     double(chart.marks[i].certain) / layout.greatest) < 1e-6);
    }
}

void ChartViewTest::labelsStayInside_data()
{
    QTest::addColumn<ChartKind>("kind");
    QTest::addColumn<QSize>("size");
    for (const auto& kind : chartKinds())
        for (const QSize& size : {QSize(1600, 700), QSize(500, 250), QSize(320, 220)})
            QTest::addRow("%s %d", kind.key, size.width()) << kind.value << size;
}

void ChartViewTest::labelsStayInside()
{
    QFETCH(const ChartKind, kind);
    QFETCH(const QSize, size);
    const ChartData chart = chartData(chartSource(workspace()), specOf(kind));
    const QFontMetricsF metrics(m_panel->font());
    const ChartLayout layout = layoutChart(
        chart, size, [&](const QString& text) { return metrics.horizontalAdvance(text); }, metrics.height(),
        QLocale());
    QVERIFY(layout.labels.size() > 4);
    std::vector<QRectF> drawn;
    for (const ChartLabel& label : layout.labels) {
        const double width = std::min(label.rect.width(), metrics.horizontalAdvance(label.text));
        QRectF text(label.rect.topLeft(), QSizeF(width, metrics.height() * 0.75));
        if (label.alignment & Qt::AlignRight)
            text.moveRight(label.rect.right());
        if (label.alignment & Qt::AlignHCenter)
            text.moveLeft(label.rect.center().x() - width / 2);
        QVERIFY2(QRectF({}, QSizeF(size)).adjusted(-1, -1, 1, 1).contains(text), qPrintable(label.text));
        for (const QRectF& other : drawn)
            QVERIFY2(!other.intersects(text), qPrintable(label.text + u'\n' + layout.toText()));
        drawn.push_back(text);
    }
}

void ChartViewTest::clickShowsWhatTheMarkCounts()
{
    QFETCH(const ChartKind, kind);
    view().setSpec(specOf(kind));
    int clicked = 0;
    for (std::size_t i = 0; i < view().chart().marks.size() && clicked < 6; i += 1 + i / 3) {
        const QRect box = view().rectOf(i);
        const ChartMark mark = view().chart().marks[i];
        const auto hit = view().markAt(box.center());
        if (hit != i) // too thin for the pointer, or under another line
            continue;
        QTest::mouseClick(&view(), Qt::LeftButton, {}, box.center());
        QCOMPARE(workspace().result().size(), std::size_t(mark.rows));
        workspace().setFilter({});
        ++clicked;
    }
    QVERIFY(clicked >= 3);
}

void ChartViewTest::keysWalkAndFilter()
{
    QFETCH(const ChartKind, kind);
    view().setSpec(specOf(kind));
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_Right);
    QCOMPARE(view().focusMark(), std::optional<std::size_t>(0));
    QTest::keyClick(&view(), view().layoutNow().isHorizontal ? Qt::Key_Down : Qt::Key_Right);
    const auto second = view().focusMark();
    QVERIFY(second && *second > 0);
    const ChartMark first = view().chart().marks[0], mark = view().chart().marks[*second];
    QCOMPARE(mark.series, first.series);
    QVERIFY(mark.x > first.x);
    QTest::keyClick(&view(), Qt::Key_End);
    QCOMPARE(view().focusMark(), std::optional(view().chart().marks.size() - 1));
    QTest::keyClick(&view(), Qt::Key_Escape);
    QCOMPARE(view().focusMark(), std::nullopt);
    QTest::keyClick(&view(), Qt::Key_Right);
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(workspace().result().size(), std::size_t(first.rows));
}

void ChartViewTest::hoverTellsValues()
{
    view().setSpec(specOf(ChartKind::Ranking));
    const auto* card = m_panel->findChild<HoverCard*>();
    QVERIFY(card && !card->isVisible());
    QTest::mouseMove(&view(), view().rectOf(2).center());
    QTRY_VERIFY(card->isVisible());
    const ChartData& chart = view().chart();
    const ChartMark& mark = chart.marks[2];
    QVERIFY(card->text().contains(chart.series[static_cast<std::size_t>(mark.series)].name));
    QVERIFY(card->text().contains(QString::number(mark.rows)));
    QVERIFY(card->text().contains(chart.categories.front().name));
    QVERIFY(workspace().filter().isEmpty());
    QTest::mouseMove(&view(), QPoint(view().width() - 2, view().height() - 2));
    QTRY_VERIFY(!card->isVisible());
}

void ChartViewTest::hoverTellsMilestones()
{
    view().setSpec(specOf(ChartKind::Capability));
    const ChartLayout& layout = view().layoutNow();
    QVERIFY(!layout.milestones.empty());
    const double top = view().rectOf(0).y() - std::floor(layout.boxes[0].whole.y());
    QTest::mouseMove(&view(),
                     QPointF(layout.milestones[0], layout.plot.top() - milestoneRise + top).toPoint());
    const auto* card = m_panel->findChild<HoverCard*>();
    QTRY_VERIFY(card->isVisible());
    QVERIFY(card->text().contains(view().chart().milestones[0].title.toHtmlEscaped()));
}

void ChartViewTest::followsTheWorkspace()
{
    view().setSpec(specOf(ChartKind::Ranking));
    QSignalSpy changed(&view(), &ChartView::chartChanged);
    const ChartData before = view().chart();
    m_starter->filter(QStringLiteral("country:IT"));
    QVERIFY(changed.count() > 0);
    QVERIFY(view().chart() != before);
    ChartSpec spec = specOf(ChartKind::Ranking);
    spec.count = ChartCount::InForce;
    view().setSpec(spec);
    const ChartData today = view().chart();
    workspace().setAsOf(dayOf(2023, 4, 5));
    QVERIFY(view().chart() != today);
    workspace().setFilter({});
    workspace().setAsOf(test::fixedToday);
    view().setSpec(specOf(ChartKind::Ranking));
    QCOMPARE(view().chart(), before);
}

void ChartViewTest::reckonsNothingWhileHidden()
{
    m_panel->hide();
    QSignalSpy changed(&view(), &ChartView::chartChanged);
    m_starter->filter(QStringLiteral("country:IT"));
    QCOMPARE(changed.count(), 0);
    m_panel->show();
    QVERIFY(changed.count() > 0);
    QCOMPARE(view().chart().filter, workspace().filter());
}

void ChartViewTest::choicesThatMeanNothingAreHidden()
{
    view().setSpec(specOf(ChartKind::Durations));
    for (const char* name : {"What is compared", "What is counted", "What splits it",
                             "Length of time of each bar", "How many are shown; the rest is one"})
        QVERIFY2(!box(name)->isVisible(), name);
    view().setSpec(specOf(ChartKind::OverTime));
    QVERIFY(box("What splits it")->isVisible());
    QVERIFY(box("Length of time of each bar")->isVisible());
    QVERIFY(!box("What is compared")->isVisible());
    QVERIFY(m_panel->findChild<QCheckBox*>()->isVisible());
    view().setSpec(specOf(ChartKind::Ranking));
    QVERIFY(box("What is compared")->isVisible());
    QVERIFY(!m_panel->findChild<QCheckBox*>()->isVisible());
}

void ChartViewTest::choosingChangesTheChart()
{
    QComboBox* kind = box("Kind of chart");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(view().spec().kind, ChartKind::Ranking);
    QComboBox* by = box("What is compared");
    by->setFocus();
    QTest::keyClick(by, Qt::Key_Down);
    QCOMPARE(view().spec().by, Facet::Country);
    // What diffusion cannot be drawn by falls back to what it can.
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(view().spec().kind, ChartKind::Diffusion);
    QCOMPARE(view().spec().by, Facet::Platform);
    view().setSpec(specOf(ChartKind::OverTime));
    QTest::mouseClick(m_panel->findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(view().spec().cumulative);
}

void ChartViewTest::stateComesBack()
{
    ChartSpec spec = specOf(ChartKind::Ranking);
    spec.by = Facet::Concern;
    spec.split.reset();
    spec.most = 12;
    view().setSpec(spec);
    const QVariantMap state = m_panel->saveState();
    ChartPanel other(workspace());
    other.restoreState(state);
    QCOMPARE(other.view().spec(), spec);
    other.restoreState({{QStringLiteral("kind"), QStringLiteral("nonsense")}});
    QCOMPARE(other.view().spec().kind, ChartKind::OverTime);
}

void ChartViewTest::emptyChartsSayWhatToDo()
{
    m_starter->filter(QStringLiteral("nosuchwordanywhere"));
    auto* clear = m_panel->findChild<QPushButton*>();
    QVERIFY(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(workspace().filter().isEmpty());
    QVERIFY(!clear->isVisible());
    QVERIFY(!view().chart().isEmpty());
}

void ChartViewTest::marksAreAccessible()
{
    view().setSpec(specOf(ChartKind::Ranking));
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), view().chart().title);
    QCOMPARE(list->childCount(), static_cast<int>(view().chart().marks.size()));
    QAccessibleInterface* mark = list->child(1);
    QVERIFY(mark);
    QCOMPARE(mark->text(QAccessible::Name), view().markName(1));
    QVERIFY(mark->text(QAccessible::Name).contains(view().chart().categories.front().name));
    QVERIFY(QRect(view().mapToGlobal(QPoint()), view().size()).contains(mark->rect()));
    QCOMPARE(list->indexOfChild(mark), 1);
    mark->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QVERIFY(mark->state().focused);
    const ChartMark meant = view().chart().marks[1];
    mark->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(workspace().result().size(), std::size_t(meant.rows));
}

void ChartViewTest::seriesDifferInMoreThanColour_data()
{
    QTest::addColumn<Facet>("split");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true})
        for (const Facet facet : facetsFor(ChartKind::OverTime, ChartChoice::Split))
            QTest::addRow("%s %s", facetInfo(facet).key, dark ? "dark" : "light") << facet << dark;
}

void ChartViewTest::seriesDifferInMoreThanColour()
{
    QFETCH(const Facet, split);
    QFETCH(const bool, dark);
    ChartSpec spec;
    spec.split = split;
    const ChartData chart = chartData(chartSource(workspace()), spec);
    const auto fills =
        chartFills(chart, workspace().vocabulary(), dark ? Theme::darkTheme() : Theme::light());
    QCOMPARE(fills.size(), chart.series.size());
    for (std::size_t i = 0; i < fills.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(fills[i].colour != fills[j].colour || fills[i].pattern != fills[j].pattern);
}

void ChartViewTest::vectorsHoldTextAndNoPicture()
{
    QFETCH(const ChartKind, kind);
    const ChartData chart = chartData(chartSource(workspace()), specOf(kind));
    const Theme theme = Theme::light();
    const auto fills = chartFills(chart, workspace().vocabulary(), theme);
    const QFontMetricsF metrics(m_panel->font());
    const ChartLayout layout = layoutChart(
        chart, {800, 400}, [&](const QString& text) { return metrics.horizontalAdvance(text); },
        metrics.height(), QLocale());
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setViewBox(QRect(0, 0, 800, 400));
    QPainter painter(&svg);
    paintChart(painter, chart, layout, {theme, fills, m_panel->font()});
    painter.end();
    QXmlStreamReader reader(buffer.data());
    QStringList texts;
    int paths = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        QVERIFY(reader.name() != u"image");
        paths += reader.name() == u"path" || reader.name() == u"rect" ? 1 : 0;
        if (reader.name() == u"text")
            texts << reader.readElementText();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(paths > 5);
    QVERIFY(texts.size() > 5);
    QVERIFY(texts.contains(chart.yTitle));
}

QTEST_MAIN(ChartViewTest)
#include "tst_chartview.moc"
