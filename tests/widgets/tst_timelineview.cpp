// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/starter.h"
#include "widgets/timeline/daypopup.h"
#include "widgets/timeline/hovercard.h"
#include "widgets/timeline/overview.h"
#include "widgets/timeline/timelinepainter.h"
#include "widgets/timeline/timelinepanel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QProxyStyle>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWindow>
#include <QtTest>

using namespace interdict;
using Kind = TimelineLayout::Hit::Kind;

namespace {

// A system that wants things to move, or not.
class Motion : public QProxyStyle
{
public:
    int duration = 0;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override
    {
        return hint == SH_Widget_Animation_Duration ? duration
                                                    : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

QColor meanColour(const QImage& image)
{
    return image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixelColor(0, 0);
}

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_motion = new Motion;
        QApplication::setStyle(m_motion);
    }

    void init()
    {
        m_motion->duration = 0;
        m_starter = std::make_unique<test::Starter>();
        m_panel = std::make_unique<TimelinePanel>(workspace());
        m_panel->resize(1100, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }

    void cleanup()
    {
        m_panel.reset();
        m_starter.reset();
    }

    void clickSelects()
    {
        m_starter->filter(u"country:IT"_qs);
        const auto [first, second] = twoEvents();
        click(first.rect);
        QCOMPARE(workspace().selection(), (std::vector<Row>{first.row}));
        click(second.rect, Qt::ControlModifier);
        QCOMPARE(workspace().selection(), (std::vector<Row>{first.row, second.row}));
        QVERIFY(view().layoutNow().measure());
        click(second.rect, Qt::ControlModifier);
        QCOMPARE(workspace().selection(), (std::vector<Row>{first.row}));
        QVERIFY(!view().layoutNow().measure());
        QTest::mouseClick(&view(), Qt::LeftButton, {}, emptyPlace());
        QVERIFY(workspace().selection().empty());
    }

    void doubleClickOpens()
    {
        m_starter->filter(u"country:IT"_qs);
        const TimelineItem event = twoEvents().first;
        QSignalSpy opened(&workspace(), &Workspace::eventActivated);
        QTest::mouseDClick(&view(), Qt::LeftButton, {}, event.rect.center().toPoint());
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.front().front().value<Row>(), event.row);
    }

    void foldsOpenOnClick()
    {
        const TimelineItem fold =
            find([](const TimelineItem& i) { return i.kind == TimelineItem::Kind::Event && i.count > 9; });
        const std::vector<Row> rows = view().layoutNow().rows(fold);
        click(fold.rect);
        const TimeScale& scale = view().scale();
        QVERIFY(scale.xOf(workspace().columns().startFirst[rows.front()]) >= scale.left());
        QVERIFY(scale.xOf(workspace().columns().startLast[rows.back()] + 1) <= scale.right());
        QVERIFY(scale.span() < 366);
    }

    // However many fall on one day, coming closer shows each.
    void everyFoldOpensInTheEnd()
    {
        m_starter->filter(u"country:US"_qs);
        for (int clicks = 0; clicks < 12; ++clicks) {
            const auto& items = view().layoutNow().items();
            const auto fold = std::find_if(items.begin(), items.end(), [](const TimelineItem& i) {
                return i.kind == TimelineItem::Kind::Event && i.isFold();
            });
            if (fold == items.end())
                return;
            click(QRectF(fold->rect));
        }
        QFAIL("a fold stays closed");
    }

    void laneNamesFilter()
    {
        const LaneBox second = view().layoutNow().lanes()[1];
        const QString code = workspace().columns().countryCode(view().layoutNow().rows(itemIn(1)).front());
        QTest::mouseClick(&view(), Qt::LeftButton, {}, QPoint(20, int(second.rect.center().y())));
        QCOMPARE(workspace().filter()[Facet::Country].anyOf, QStringList{code});
        QCOMPARE(view().layoutNow().lanes().size(), std::size_t(1));
        QTest::mouseClick(&view(), Qt::LeftButton, Qt::ControlModifier, QPoint(20, 70));
        QVERIFY(workspace().filter().isEmpty());
    }

    // Which states acted, and in which order.
    void placesHaveLanes()
    {
        m_starter->filter(u"platform:DeepSeek country:US"_qs);
        auto* choice = m_panel->findChild<QComboBox*>();
        choice->setCurrentIndex(choice->findText(u"Place"_qs));
        QStringList names;
        for (const LaneBox& box : view().layoutNow().lanes())
            names << box.name;
        QCOMPARE(names.mid(0, 3), (QStringList{u"US (national)"_qs, u"Texas, US"_qs, u"New York, US"_qs}));
        clickLaneName(1);
        QCOMPARE(filterText(workspace().filter()), u"country:US-TX platform:DeepSeek"_qs);
        QCOMPARE(view().layoutNow().lanes().size(), std::size_t(1));
        workspace().back();
        clickLaneName(0);
        QVERIFY(workspace().filter()[Facet::Country].isEmpty()); // the country was chosen: chosen no more
    }

    void axisSetsTheAsOfDay()
    {
        const Day wanted = dayOf(2025, 2, 10);
        view().showDays({wanted - 30, wanted + 30});
        const double x = view().scale().xOf(wanted + 0.5);
        QTest::mouseClick(&view(), Qt::LeftButton, {}, QPoint(int(x), 8));
        QCOMPARE(workspace().asOf(), wanted);
        QCOMPARE(view().layoutNow().lines().front().label, u"As of 10 Feb 2025"_qs);
    }

    void wheelZoomsAboutThePointer()
    {
        const QPointF at(700, 200);
        const double day = view().scale().dayAt(at.x());
        const double span = view().scale().span();
        wheel(at, {0, 120}, Qt::NoModifier);
        QVERIFY(view().scale().span() < span);
        QVERIFY(std::abs(view().scale().dayAt(at.x()) - day) < 0.01);
        const double closer = view().scale().span();
        wheel(at, {0, 120}, Qt::ShiftModifier);
        QCOMPARE(view().scale().span(), closer);
        QVERIFY(view().scale().dayAt(at.x()) < day);
    }

    void wheelOverTheNamesScrolls()
    {
        const TimeScale before = view().scale();
        const int firstLane = view().layoutNow().lanes().front().lane;
        wheel({40, 200}, {0, -240}, Qt::NoModifier);
        QCOMPARE(view().scale(), before);
        QVERIFY(view().layoutNow().lanes().front().lane > firstLane);
    }

    void dragPans()
    {
        const TimeScale before = view().scale();
        QTest::mousePress(&view(), Qt::LeftButton, {}, QPoint(600, 200));
        QTest::mouseMove(&view(), QPoint(640, 200));
        QTest::mouseMove(&view(), QPoint(700, 150));
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, QPoint(700, 150));
        QVERIFY(std::abs(view().scale().first() - before.panned(100).first()) < 0.01);
        QVERIFY(view().findChild<QScrollBar*>()->value() > 0);
        QVERIFY(workspace().selection().empty());
    }

    void shiftDragSelects()
    {
        m_starter->filter(u"country:IT platform:DeepSeek"_qs);
        QTest::mousePress(&view(), Qt::LeftButton, Qt::ShiftModifier,
                          QPoint(int(view().scale().left()) + 1, 58));
        sendMove({500, 300}, Qt::ShiftModifier);
        sendMove({1080, 500}, Qt::ShiftModifier);
        QTest::mouseRelease(&view(), Qt::LeftButton, Qt::ShiftModifier, QPoint(1080, 500));
        QCOMPARE(workspace().selection().size(), workspace().result().size());
    }

    void motionEndsWhereItShould()
    {
        m_motion->duration = 120;
        const double before = view().scale().span();
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Plus);
        QVERIFY(view().scale().span() > before / 1.5 + 0.01);
        QTRY_VERIFY(std::abs(view().scale().span() - before / 1.5) < 0.01);
        QTest::keyClick(&view(), Qt::Key_0);
        QTRY_VERIFY(std::abs(view().scale().span() - before) < 0.01);
    }

    void keysStepThroughEveryEventOfALane()
    {
        m_starter->filter(u"country:IT"_qs);
        view().showDays({dayOf(2025, 1, 1), dayOf(2025, 3, 1)});
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Right);
        QTest::keyClick(&view(), Qt::Key_Home);
        std::size_t seen = view().layoutNow().rows(focused()).size();
        const Row first = focused().row;
        QCOMPARE(first, workspace().result().front());
        for (int steps = 0; steps < 40; ++steps) {
            const Row before = focused().row;
            QTest::keyClick(&view(), Qt::Key_Right);
            if (focused().row == before)
                break;
            seen += view().layoutNow().rows(focused()).size();
            QVERIFY(focused().rect.center().x() >= view().scale().left());
        }
        QCOMPARE(seen, workspace().result().size());
        QTest::keyClick(&view(), Qt::Key_Left);
        QTest::keyClick(&view(), Qt::Key_Home);
        QCOMPARE(focused().row, first);
    }

    void keysMoveBetweenLanes()
    {
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Right);
        QCOMPARE(focused().lane, 0);
        QTest::keyClick(&view(), Qt::Key_Down);
        QCOMPARE(focused().lane, 1);
        for (int i = 0; i < 25; ++i)
            QTest::keyClick(&view(), Qt::Key_Down);
        QCOMPARE(focused().lane, 26);
        QVERIFY(view().layoutNow().lanesRect().contains(focused().rect));
        for (int i = 0; i < 30; ++i)
            QTest::keyClick(&view(), Qt::Key_Up);
        QCOMPARE(int(focused().kind), int(TimelineItem::Kind::Milestone));
    }

    void keysActOnWhatHasTheFocus()
    {
        m_starter->filter(u"country:IT platform:DeepSeek"_qs);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Right);
        const Row row = focused().row;
        QCOMPARE(workspace().hover().row, std::optional(row));
        QTest::keyClick(&view(), Qt::Key_Space);
        QCOMPARE(workspace().selection(), (std::vector<Row>{row}));
        QTest::keyClick(&view(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(workspace().selection().empty());
        QSignalSpy opened(&workspace(), &Workspace::eventActivated);
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(workspace().current(), std::optional(row));
        QTest::keyClick(&view(), Qt::Key_Escape); // the card
        QTest::keyClick(&view(), Qt::Key_Escape); // the selection
        QVERIFY(workspace().selection().empty());
    }

    void hoverIsShared()
    {
        m_starter->filter(u"country:IT"_qs);
        const TimelineItem event = twoEvents().first;
        QTest::mouseMove(&view(), event.rect.center().toPoint());
        QCOMPARE(workspace().hover().row, std::optional(event.row));
        auto* card = m_panel->window()->findChild<HoverCard*>();
        QVERIFY(card->isVisible());
        QVERIFY(card->text().contains(workspace().brief(event.row).title.toHtmlEscaped()));
        QTest::mouseMove(&view(), emptyPlace());
        QCOMPARE(workspace().hover(), Hover());
        workspace().setHover({event.row, {}});
        QVERIFY(find([&](const TimelineItem& i) { return i.row == event.row && !i.isFold(); }).hovered);
    }

    // The card lives on the window; it goes with the view, whichever goes first.
    void theCardGoesWithTheView()
    {
        auto window = std::make_unique<QWidget>();
        auto* first = new TimelineView(workspace(), window.get());
        auto* second = new TimelineView(workspace(), window.get());
        window->resize(900, 500);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        for (auto* view : {first, second}) {
            view->resize(900, 500);
            view->setFocus();
            QTest::keyClick(view, Qt::Key_Right);
        }
        const QPointer<HoverCard> card = window->findChild<HoverCard*>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(card);
        first->setParent(nullptr); // now the window's children stand in another order
        first->setParent(window.get());
        window.reset();
        QVERIFY(!card);
    }

    void anEmptyResultSaysWhatToDo()
    {
        m_starter->filter(u"country:IT platform:TikTok measure:device_ban inforce:2019-01-01"_qs);
        QVERIFY(workspace().result().empty());
        QAbstractButton* clear = nullptr;
        for (auto* button : view().findChildren<QAbstractButton*>())
            clear = button;
        QVERIFY(clear && clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(workspace().filter().isEmpty());
        QVERIFY(!clear->isVisible());
    }

    void fitsAgainUntilMoved()
    {
        const double all = view().scale().span();
        m_starter->filter(u"platform:DeepSeek"_qs);
        const double fewer = view().scale().span();
        QVERIFY(fewer < all / 2);
        view().showDays({dayOf(2025, 1, 1), dayOf(2025, 3, 1)});
        const TimeScale chosen = view().scale();
        m_starter->filter(u"country:IT"_qs);
        QCOMPARE(view().scale(), chosen);
    }

    // The timeline follows the brush when it is let go, not on the way.
    void brushingFits()
    {
        auto* overview = m_panel->findChild<OverviewView*>();
        const TimeScale before = view().scale();
        const auto at = [&](Day day) { return QPoint(int(overview->layoutNow().scale().xOf(day)), 20); };
        QTest::mousePress(overview, Qt::LeftButton, {}, at(dayOf(2024, 12, 10)));
        for (const Day day : {dayOf(2025, 1, 10), dayOf(2025, 3, 10), dayOf(2025, 6, 20)}) {
            QTest::mouseMove(overview, at(day));
            QCOMPARE(view().scale(), before);
        }
        QCOMPARE(filterText(workspace().filter()), u"begins:2024-12..2025-06"_qs);
        QTest::mouseRelease(overview, Qt::LeftButton, {}, at(dayOf(2025, 6, 20)));
        QVERIFY(fitsDays(dayOf(2024, 12, 1), dayOf(2025, 6, 30)));
        workspace().back();
        QCOMPARE(view().scale(), before);
        view().showDays({dayOf(2025, 1, 1), dayOf(2025, 3, 1)});
        const TimeScale chosen = view().scale();
        m_starter->filter(u"begins:2026"_qs); // the user looks elsewhere
        QCOMPARE(view().scale(), chosen);
        view().fit();
        QVERIFY(fitsDays(dayOf(2026, 1, 1), dayOf(2026, 12, 31)));
    }

    // Lanes that are scrolled away leave nothing on the milestones above them.
    void scrollingKeepsTheMilestones()
    {
        view().showDays({dayOf(2025, 1, 15), dayOf(2025, 2, 20)});
        const auto band = [this] {
            const QRect rect = view().layoutNow().milestoneRect().toRect().adjusted(0, 2, -12, -2);
            return view().grab(rect).toImage();
        };
        const QImage before = band();
        view().findChild<QScrollBar*>()->setValue(61);
        QCOMPARE(view().layoutNow().lanes().front().rect.top(), view().layoutNow().lanesRect().top() - 61);
        QCOMPARE(band(), before);
    }

    // Screen and figure show the same: pictures and paths put the same colour on every mark.
    void picturesAndPathsAgree()
    {
        const TimelineLayout& layout = view().layoutNow();
        std::array<QImage, 2> images;
        for (const auto marks : {TimelinePainter::Marks::Pictures, TimelinePainter::Marks::Paths}) {
            QImage& image = images[static_cast<std::size_t>(marks)];
            image = QImage(layout.size().toSize(), QImage::Format_RGB32);
            image.fill(Theme::light().panel); // the page's own ground
            QPainter painter(&image);
            TimelinePainter(Theme::light(), view().font(), marks).paint(painter, layout);
        }
        int marks = 0;
        for (const TimelineItem& item : layout.items()) {
            if (item.kind != TimelineItem::Kind::Event || item.isFold() ||
                !layout.lanesRect().contains(item.rect))
                continue;
            const QRect area = item.rect.toRect();
            const QColor onScreen = meanColour(images[0].copy(area));
            const QColor inFigure = meanColour(images[1].copy(area));
            QVERIFY(std::abs(onScreen.red() - inFigure.red()) < 12);
            QVERIFY(std::abs(onScreen.green() - inFigure.green()) < 12);
            QVERIFY(std::abs(onScreen.blue() - inFigure.blue()) < 12);
            ++marks;
        }
        QVERIFY(marks > 5);
    }

    void readsAloud()
    {
        m_starter->filter(u"country:IT platform:DeepSeek"_qs);
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), int(view().layoutNow().items().size()));
        QStringList names;
        int limits = -1;
        for (int i = 0; i < list->childCount(); ++i) {
            QVERIFY(list->child(i)->isValid());
            QCOMPARE(list->indexOfChild(list->child(i)), i);
            names << list->child(i)->text(QAccessible::Name);
            if (names.back().contains(u"30 January 2025, Processing order, In force"_qs))
                limits = i;
        }
        QVERIFY2(limits >= 0, qPrintable(names.join(u'\n')));
        QVERIFY(names[limits].startsWith(u"Italy: "_qs));
        QAccessibleInterface* item = list->child(limits);
        QCOMPARE(item->role(), QAccessible::ListItem);
        QVERIFY(!item->state().selected);
        QCOMPARE(list->childAt(item->rect().center().x(), item->rect().center().y()), item);
        item->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(item->state().selected);
        item->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(item->state().focused);
        QCOMPARE(list->focusChild(), item);
    }

    void lanesAndColoursAreKept()
    {
        view().setLaneBy(LaneBy::Platform);
        view().setColourBy(ColourBy::Status);
        const QVariantMap state = m_panel->saveState();
        TimelinePanel other(workspace());
        other.resize(1100, 700);
        other.show();
        other.restoreState(state);
        QCOMPARE(int(other.view().laneBy()), int(LaneBy::Platform));
        QCOMPARE(int(other.view().colourBy()), int(ColourBy::Status));
        other.restoreState({{u"lanes"_qs, u"nonsense"_qs}});
        QCOMPARE(int(other.view().laneBy()), int(LaneBy::Platform));
        QCOMPARE(other.view().layoutNow().lanes().front().name, u"DeepSeek"_qs);
        view().setLaneBy(LaneBy::Place);
        other.restoreState(m_panel->saveState());
        QCOMPARE(int(other.view().laneBy()), int(LaneBy::Place));
        other.restoreState({{u"lanes"_qs, u"none"_qs}}); // as saved before there were lanes by place
        QCOMPARE(int(other.view().laneBy()), int(LaneBy::None));
    }

    void periodFieldsTakePartialDates_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("applied");
        QTest::addColumn<bool>("isReadable");
        QTest::newRow("year") << "2025"
                              << ""
                              << "begins:2025.." << true;
        QTest::newRow("months") << "2025-01"
                                << "2025-06"
                                << "begins:2025-01..2025-06" << true;
        QTest::newRow("quarter, small letter, spaces") << " 2025-q1 "
                                                       << "2025"
                                                       << "begins:2025-Q1..2025" << true;
        QTest::newRow("day only at the end") << ""
                                             << "2025-02-10"
                                             << "begins:..2025-02-10" << true;
        QTest::newRow("no such day") << "2025-02-30"
                                     << ""
                                     << "" << false;
        QTest::newRow("backwards") << "2026"
                                   << "2025"
                                   << "begins:2026.." << false;
        QTest::newRow("words") << "last year"
                               << ""
                               << "" << false;
    }
    void periodFieldsTakePartialDates()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, applied);
        QFETCH(bool, isReadable);
        auto* fromField = m_panel->findChild<QLineEdit*>(u"From"_qs);
        auto* toField = m_panel->findChild<QLineEdit*>(u"To"_qs);
        fromField->setFocus();
        QTest::keyClicks(fromField, from);
        QTest::keyClick(fromField, Qt::Key_Return);
        toField->setFocus();
        QTest::keyClicks(toField, to);
        QTest::keyClick(toField, Qt::Key_Return);
        QCOMPARE(filterText(workspace().filter()), applied);
        QCOMPARE(fromField->accessibleDescription().isEmpty() && toField->accessibleDescription().isEmpty(),
                 isReadable);
    }

    // Alt+D, then a day by keys alone.
    void theAsOfDayTakesKeys_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<int>>("keys"); // after it
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<bool>("open");
        using Keys = QList<int>;
        QTest::newRow("typed") << "2025-02-10" << Keys{Qt::Key_Return} << "2025-02-10" << false;
        QTest::newRow("keypad") << "2025-02-10" << Keys{Qt::Key_Enter} << "2025-02-10" << false;
        QTest::newRow("no such day") << "2025-02-30" << Keys{Qt::Key_Return} << "2026-11-24" << true;
        QTest::newRow("a month") << "2025-02" << Keys{Qt::Key_Return} << "2026-11-24" << true;
        QTest::newRow("left alone") << "2025-02-10" << Keys{Qt::Key_Escape} << "2026-11-24" << false;
        QTest::newRow("typed, then a day later in the calendar")
            << "2025-02-10" << Keys{Qt::Key_Down, Qt::Key_Right, Qt::Key_Return} << "2025-02-11" << false;
    }
    void theAsOfDayTakesKeys()
    {
        QFETCH(QString, typed);
        QFETCH(QList<int>, keys);
        QFETCH(QString, asOf);
        QFETCH(bool, open);
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QWindow* window = m_panel->windowHandle();
        QTest::keyClick(window, Qt::Key_D, Qt::AltModifier);
        auto* popup = m_panel->findChild<DayPopup*>();
        QVERIFY(popup->isVisible());
        auto* field = popup->findChild<QLineEdit*>();
        QCOMPARE(field->text(), u"2026-11-24"_qs);
        for (const QChar letter : typed)
            QTest::keyClick(window, letter.toLatin1());
        QCOMPARE(field->text(), typed);
        for (const int key : keys)
            QTest::keyClick(window, Qt::Key(key));
        QCOMPARE(PartialDate::ofDay(workspace().asOf()).text(), asOf);
        QCOMPARE(popup->isVisible(), open);
        QCOMPARE(field->accessibleDescription(), open ? u"Not a day. Write it as 2026-11-24."_qs : QString());
    }

    void theAsOfDayTakesClicks()
    {
        auto* popup = m_panel->findChild<DayPopup*>();
        workspace().setAsOf(dayOf(2025, 2, 10));
        popup->show();
        QTest::mouseClick(popup->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(workspace().asOf(), workspace().today());
        QVERIFY(!popup->isVisible());
        QVERIFY(!popup->findChild<QPushButton*>()->isEnabled());
    }

    void inForceFollowsTheAsOfDay()
    {
        auto* box = m_panel->findChild<QCheckBox*>();
        workspace().setAsOf(dayOf(2025, 2, 10));
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QCOMPARE(filterText(workspace().filter()), u"inforce:2025-02-10"_qs);
        workspace().setAsOf(dayOf(2025, 3, 1));
        QCOMPARE(filterText(workspace().filter()), u"inforce:2025-03-01"_qs);
        m_starter->filter(u"inforce:2024-01-01"_qs);
        workspace().setAsOf(dayOf(2025, 4, 1)); // another day was asked for: it stays
        QCOMPARE(filterText(workspace().filter()), u"inforce:2024-01-01"_qs);
        QVERIFY(box->isChecked());
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QVERIFY(workspace().filter().isEmpty());
    }

private:
    Workspace& workspace() { return m_starter->workspace; }
    TimelineView& view() { return m_panel->view(); }

    template <typename Predicate>
    TimelineItem find(Predicate predicate)
    {
        const auto& items = view().layoutNow().items();
        const auto it = std::find_if(items.begin(), items.end(), predicate);
        return it == items.end() ? TimelineItem{} : *it;
    }
    TimelineItem itemIn(int lane)
    {
        return find(
            [lane](const TimelineItem& i) { return i.kind == TimelineItem::Kind::Event && i.lane == lane; });
    }
    std::pair<TimelineItem, TimelineItem> twoEvents()
    {
        const auto single = [](const TimelineItem& i) {
            return i.kind == TimelineItem::Kind::Event && !i.isFold();
        };
        const TimelineItem first = find(single);
        return {first, find([&](const TimelineItem& i) { return single(i) && i.row != first.row; })};
    }
    TimelineItem focused()
    {
        const auto index = view().layoutNow().focusedItem();
        return index ? view().layoutNow().items()[static_cast<std::size_t>(*index)] : TimelineItem{};
    }
    // In the plot, on no mark and no bar.
    QPoint emptyPlace()
    {
        for (int y = view().height() - 4; y > 60; y -= 3) {
            const QPoint point(int(view().scale().left()) + 6, y);
            if (view().layoutNow().hitTest(point).kind == Kind::Plot)
                return point;
        }
        return {};
    }
    void click(const QRectF& rect, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(&view(), Qt::LeftButton, modifiers, rect.center().toPoint());
    }
    // Whole, and with little beside them.
    bool fitsDays(Day first, Day last)
    {
        const TimeScale& scale = view().scale();
        const double left = scale.xOf(first) - scale.left();
        const double right = scale.right() - scale.xOf(last + 1);
        return left > 8 && left < 40 && right > 8 && right < 40;
    }
    void clickLaneName(std::size_t lane)
    {
        const double y = view().layoutNow().lanes()[lane].rect.center().y();
        QTest::mouseClick(&view(), Qt::LeftButton, {}, QPoint(20, int(y)));
    }
    void sendMove(QPointF at, Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent move(QEvent::MouseMove, at, view().mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QApplication::sendEvent(&view(), &move);
    }
    void wheel(QPointF at, QPoint turn, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at, view().mapToGlobal(at), {}, turn, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(&view(), &event);
    }

    Motion* m_motion = nullptr; // the application owns it
    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<TimelinePanel> m_panel;
};

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
