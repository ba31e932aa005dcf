// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The facet panel, by clicks and keys: what it counts is what the workspace counts, and what it chooses is
// the filter.
#include "tests/support/starter.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/facets/facetpanel.h"
#include "widgets/facets/facetsection.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace interdict;

Q_DECLARE_METATYPE(interdict::Facet)
Q_DECLARE_METATYPE(interdict::ChoiceMode)

class FacetPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void togglesAValue_data();
    void togglesAValue();
    void movesAllToAnotherMode();
    void clickChoosesAndUnchooses();
    void showsTheWorkspacesCounts_data();
    void showsTheWorkspacesCounts();
    void ordersByCountThenByName();
    void hidesWhatCountsNothing();
    void keepsChosenValuesInSight();
    void spaceTogglesAndArrowsWalk();
    void typingSearches();
    void searchFoldsAccents();
    void searchOpensWhereAPartWasFound();
    void clearIsOneClick();
    void modeFollowsTheFilter();
    void excludesInNoneOf();
    void subdivisionsStandUnderTheirCountry();
    void keepsPlaceAndFoldingOnUpdates();
    void hoverIsShared();
    void blocsSelect();
    void regionsHoldCountries();
    void unknownIsAValue();
    void modelsAreSound_data();
    void modelsAreSound();
    void saysWhatAValueIs();
    void stateComesBack();
    void refusesOtherStates();
    void foldedSectionsAreReached();
    void followsADataSet();

private:
    FacetSection& section(Facet facet) { return *m_panel->section(facet); }
    FacetView& view(Facet facet) { return section(facet).view(); }
    QModelIndex indexOf(Facet facet, const QString& label, const QModelIndex& parent = {});
    QStringList labels(Facet facet, const QModelIndex& parent = {});
    void click(Facet facet, const QString& label, const QModelIndex& parent = {});
    void clickArrow(Facet facet, const QModelIndex& index);
    const FacetSelection& chosen(Facet facet) { return m_starter->workspace.filter()[facet]; }

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<FacetPanel> m_panel;
};

void FacetPanelTest::init()
{
    m_starter = std::make_unique<test::Starter>();
    m_panel = std::make_unique<FacetPanel>(m_starter->workspace);
    m_panel->resize(248, 900);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void FacetPanelTest::cleanup()
{
    m_panel.reset();
    m_starter.reset();
}

QModelIndex FacetPanelTest::indexOf(Facet facet, const QString& label, const QModelIndex& parent)
{
    const QAbstractItemModel* model = view(facet).model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        if (model->index(row, 0, parent).data().toString() == label)
            return model->index(row, 0, parent);
    }
    return {};
}

QStringList FacetPanelTest::labels(Facet facet, const QModelIndex& parent)
{
    QStringList found;
    const QAbstractItemModel* model = view(facet).model();
    for (int row = 0; row < model->rowCount(parent); ++row)
        found.append(model->index(row, 0, parent).data().toString());
    return found;
}

void FacetPanelTest::click(Facet facet, const QString& label, const QModelIndex& parent)
{
    const QModelIndex index = indexOf(facet, label, parent);
    QVERIFY2(index.isValid(), qPrintable(label));
    QCoreApplication::processEvents(); // the list takes the height of what it shows
    QTest::mouseClick(view(facet).viewport(), Qt::LeftButton, {}, view(facet).visualRect(index).center());
}

void FacetPanelTest::clickArrow(Facet facet, const QModelIndex& index)
{
    const QRect rect = view(facet).visualRect(index);
    QTest::mouseClick(view(facet).viewport(), Qt::LeftButton, {}, QPoint(rect.left() - 6, rect.center().y()));
}

void FacetPanelTest::togglesAValue_data()
{
    QTest::addColumn<FacetSelection>("before");
    QTest::addColumn<ChoiceMode>("mode");
    QTest::addColumn<FacetSelection>("after");
    const QString x = QStringLiteral("x");
    const QString y = QStringLiteral("y");
    QTest::newRow("first") << FacetSelection{} << ChoiceMode::Any << FacetSelection{{x}, {}, {}};
    QTest::newRow("another") << FacetSelection{{y}, {}, {}} << ChoiceMode::Any
                             << FacetSelection{{y, x}, {}, {}};
    QTest::newRow("again") << FacetSelection{{x}, {}, {}} << ChoiceMode::Any << FacetSelection{};
    QTest::newRow("all") << FacetSelection{} << ChoiceMode::All << FacetSelection{{}, {x}, {}};
    QTest::newRow("none") << FacetSelection{} << ChoiceMode::None << FacetSelection{{}, {}, {x}};
    QTest::newRow("chosen otherwise") << FacetSelection{{}, {}, {x}} << ChoiceMode::Any << FacetSelection{};
}

void FacetPanelTest::togglesAValue()
{
    QFETCH(FacetSelection, before);
    QFETCH(ChoiceMode, mode);
    QFETCH(FacetSelection, after);
    QCOMPARE(toggled(before, QStringLiteral("x"), mode), after);
}

void FacetPanelTest::movesAllToAnotherMode()
{
    const FacetSelection mixed{{QStringLiteral("a")}, {QStringLiteral("b")}, {QStringLiteral("c")}};
    QCOMPARE(moved(mixed, ChoiceMode::None).noneOf.size(), 3);
    QVERIFY(moved(mixed, ChoiceMode::None).anyOf.isEmpty());
    QVERIFY(!modeOf(mixed));
    QCOMPARE(modeOf(moved(mixed, ChoiceMode::All)), std::optional(ChoiceMode::All));
}

void FacetPanelTest::clickChoosesAndUnchooses()
{
    click(Facet::Platform, QStringLiteral("DeepSeek"));
    QCOMPARE(chosen(Facet::Platform).anyOf, QStringList{QStringLiteral("DeepSeek")});
    QCOMPARE(m_starter->workspace.result().size(), std::size_t(131));
    click(Facet::Platform, QStringLiteral("TikTok"));
    QCOMPARE(chosen(Facet::Platform).anyOf.size(), 2);
    click(Facet::Platform, QStringLiteral("DeepSeek"));
    click(Facet::Platform, QStringLiteral("TikTok"));
    QVERIFY(m_starter->workspace.filter().isEmpty());
}

void FacetPanelTest::showsTheWorkspacesCounts_data()
{
    QTest::addColumn<Facet>("facet");
    for (const FacetInfo& info : facets()) {
        if (info.facet != Facet::Bloc)
            QTest::newRow(info.key) << info.facet;
    }
}

void FacetPanelTest::showsTheWorkspacesCounts()
{
    QFETCH(Facet, facet);
    const Workspace& workspace = m_starter->workspace;
    FacetModel model(workspace, facet);
    for (const QString& filter :
         {QString(), QStringLiteral("platform:DeepSeek"), QStringLiteral("country:US,IT -status:lifted")}) {
        m_starter->filter(filter);
        model.refresh();
        QVERIFY(model.valueCount() > 1);
        for (const FacetModel::Node& node : model.nodes()) {
            const auto value = static_cast<std::size_t>(node.value);
            QCOMPARE(node.count, workspace.counts(facet)[value]);
            QCOMPARE(node.total, workspace.totals(facet)[value]);
            QVERIFY(node.share <= 1);
        }
    }
}

void FacetPanelTest::ordersByCountThenByName()
{
    QCOMPARE(labels(Facet::Platform).mid(0, 3),
             QStringList({QStringLiteral("DeepSeek"), QStringLiteral("TikTok"), QStringLiteral("ChatGPT")}));
    QCOMPARE(labels(Facet::Platform).size(), 8);
    auto* sort = section(Facet::Platform).findChildren<LinkButton*>().last();
    QCOMPARE(sort->text(), QStringLiteral("by count"));
    QTest::mouseClick(sort, Qt::LeftButton);
    QCOMPARE(sort->text(), QStringLiteral("by name"));
    QStringList byName = labels(Facet::Platform);
    QVERIFY(std::is_sorted(byName.begin(), byName.end(),
                           [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; }));
}

void FacetPanelTest::hidesWhatCountsNothing()
{
    m_starter->filter(QStringLiteral("country:NP"));
    for (const QString& label : labels(Facet::Platform)) {
        const QString spoken = indexOf(Facet::Platform, label).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(!spoken.contains(QLatin1String(" 0 event")), qPrintable(spoken));
    }
    QVERIFY(!labels(Facet::Platform).contains(QLatin1String("DeepSeek")));
    const auto links = section(Facet::Platform).findChildren<LinkButton*>();
    const auto more = std::find_if(links.begin(), links.end(), [](const LinkButton* link) {
        return link->text().startsWith(QLatin1String("Show all"));
    });
    QVERIFY(more != links.end() && (*more)->isVisible());
    QTest::mouseClick(*more, Qt::LeftButton);
    QVERIFY(labels(Facet::Platform).contains(QLatin1String("DeepSeek")));
    QCOMPARE((*more)->text(), QStringLiteral("Show fewer"));
    QTest::mouseClick(*more, Qt::LeftButton);
    QVERIFY(!labels(Facet::Platform).contains(QLatin1String("DeepSeek")));
}

void FacetPanelTest::keepsChosenValuesInSight()
{
    m_starter->filter(QStringLiteral("country:NP platform:DeepSeek"));
    QVERIFY(labels(Facet::Platform).contains(QLatin1String("DeepSeek")));
    QVERIFY(indexOf(Facet::Platform, QStringLiteral("DeepSeek")).data(Qt::CheckStateRole).toInt() ==
            Qt::Checked);
    QVERIFY(indexOf(Facet::Country, QStringLiteral("Nepal")).isValid());
}

void FacetPanelTest::spaceTogglesAndArrowsWalk()
{
    view(Facet::Platform).setFocus(Qt::TabFocusReason);
    QCOMPARE(view(Facet::Platform).currentIndex().data().toString(), QStringLiteral("DeepSeek"));
    QTest::keyClick(&view(Facet::Platform), Qt::Key_Down);
    QTest::keyClick(&view(Facet::Platform), Qt::Key_Space);
    QCOMPARE(chosen(Facet::Platform).anyOf, QStringList{QStringLiteral("TikTok")});
    QTest::keyClick(&view(Facet::Platform), Qt::Key_Delete);
    QVERIFY(m_starter->workspace.filter().isEmpty());
    QTest::keyClick(&view(Facet::Platform), Qt::Key_Tab);
    QVERIFY(view(Facet::Concern).hasFocus());
    QTest::keyClick(&view(Facet::Concern), Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(view(Facet::Platform).hasFocus());
}

void FacetPanelTest::typingSearches()
{
    view(Facet::Platform).setFocus(Qt::TabFocusReason);
    QTest::keyClicks(&view(Facet::Platform), QStringLiteral("g"));
    auto* search = section(Facet::Platform).findChild<QLineEdit*>();
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("rok"));
    QVERIFY(labels(Facet::Platform).contains(QLatin1String("Grok")));
    QVERIFY(!labels(Facet::Platform).contains(QLatin1String("DeepSeek")));
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(view(Facet::Platform).hasFocus());
    QTest::keyClick(&view(Facet::Platform), Qt::Key_Space);
    QCOMPARE(chosen(Facet::Platform).anyOf, QStringList{QStringLiteral("Grok")});
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QVERIFY(labels(Facet::Platform).contains(QLatin1String("DeepSeek")));
}

void FacetPanelTest::searchFoldsAccents()
{
    auto* search = section(Facet::Country).findChild<QLineEdit*>();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("turkiye"));
    const QStringList folded = labels(Facet::Country);
    search->setText(QStringLiteral("TÜRKIYE"));
    QCOMPARE(labels(Facet::Country), folded);
    search->setText(QStringLiteral("Itàly"));
    QCOMPARE(labels(Facet::Country), QStringList{QStringLiteral("Italy")});
}

void FacetPanelTest::searchOpensWhereAPartWasFound()
{
    auto* search = section(Facet::Country).findChild<QLineEdit*>();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("texas"));
    QCOMPARE(labels(Facet::Country), QStringList{QStringLiteral("United States")});
    const QModelIndex states = indexOf(Facet::Country, QStringLiteral("United States"));
    QVERIFY(view(Facet::Country).isExpanded(states));
    QCOMPARE(labels(Facet::Country, states), QStringList{QStringLiteral("Texas")});
}

void FacetPanelTest::clearIsOneClick()
{
    auto clear = [this] {
        for (LinkButton* link : section(Facet::Measure).findChildren<LinkButton*>()) {
            if (link->text() == QLatin1String("Clear"))
                return link;
        }
        return static_cast<LinkButton*>(nullptr);
    }();
    QVERIFY(clear && !clear->isVisible());
    m_starter->filter(QStringLiteral("measure:advisory,bill platform:DeepSeek"));
    QVERIFY(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(filterText(m_starter->workspace.filter()), QStringLiteral("platform:DeepSeek"));
    QVERIFY(!clear->isVisible());
}

void FacetPanelTest::modeFollowsTheFilter()
{
    QCOMPARE(section(Facet::Concern).mode(), ChoiceMode::Any);
    m_starter->filter(QStringLiteral("concern:all(data_handling,transparency)"));
    QCOMPARE(section(Facet::Concern).mode(), ChoiceMode::All);
    click(Facet::Concern, QStringLiteral("Cybersecurity"));
    QCOMPARE(chosen(Facet::Concern).allOf.size(), 3);
    section(Facet::Concern).setMode(ChoiceMode::None);
    QCOMPARE(chosen(Facet::Concern).noneOf.size(), 3);
    QVERIFY(chosen(Facet::Concern).allOf.isEmpty());
    QCOMPARE(choiceModes(Facet::Measure).size(), std::size_t(2)); // an event has one measure
    QCOMPARE(choiceModes(Facet::Platform).size(), std::size_t(3));
}

void FacetPanelTest::excludesInNoneOf()
{
    section(Facet::Status).setMode(ChoiceMode::None);
    click(Facet::Status, QStringLiteral("In force"));
    QCOMPARE(chosen(Facet::Status).noneOf, QStringList{QStringLiteral("in_force")});
    const QModelIndex index = indexOf(Facet::Status, QStringLiteral("In force"));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().endsWith(QLatin1String("excluded")));
}

void FacetPanelTest::subdivisionsStandUnderTheirCountry()
{
    const QModelIndex states = indexOf(Facet::Country, QStringLiteral("United States"));
    QVERIFY(!view(Facet::Country).isExpanded(states));
    clickArrow(Facet::Country, states);
    QVERIFY(view(Facet::Country).isExpanded(states));
    QVERIFY(m_starter->workspace.filter().isEmpty()); // the arrow opens, it does not choose
    click(Facet::Country, QStringLiteral("Texas"), states);
    QCOMPARE(chosen(Facet::Country).anyOf, QStringList{QStringLiteral("US-TX")});
}

void FacetPanelTest::keepsPlaceAndFoldingOnUpdates()
{
    const QModelIndex states = indexOf(Facet::Country, QStringLiteral("United States"));
    view(Facet::Country).setExpanded(states, true);
    view(Facet::Country).setFocus();
    view(Facet::Country).setCurrentIndex(indexOf(Facet::Country, QStringLiteral("Italy")));
    m_panel->verticalScrollBar()->setValue(120);
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    QVERIFY(view(Facet::Country).isExpanded(indexOf(Facet::Country, QStringLiteral("United States"))));
    QCOMPARE(view(Facet::Country).currentIndex().data().toString(), QStringLiteral("Italy"));
    QVERIFY(view(Facet::Country).hasFocus());
    QCoreApplication::processEvents();
    QCOMPARE(m_panel->verticalScrollBar()->value(), 120);
}

void FacetPanelTest::hoverIsShared()
{
    const QModelIndex italy = indexOf(Facet::Country, QStringLiteral("Italy"));
    QTest::mouseMove(view(Facet::Country).viewport(), view(Facet::Country).visualRect(italy).center());
    QTRY_COMPARE(m_starter->workspace.hover().place, QStringLiteral("IT"));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&view(Facet::Country), &leave);
    QVERIFY(m_starter->workspace.hover().place.isEmpty());
    const auto row = m_starter->workspace.rowOf(QStringLiteral("it-garante-deepseek-block-2025"));
    m_starter->workspace.setHover({row, {}}); // by an event, in another view
    QVERIFY(italy.data(FacetModel::HoveredRole).toBool());
    QVERIFY(!indexOf(Facet::Country, QStringLiteral("Taiwan")).data(FacetModel::HoveredRole).toBool());
}

void FacetPanelTest::blocsSelect()
{
    section(Facet::Country).setGrouped(true);
    QCOMPARE(labels(Facet::Country).first(), QStringLiteral("Blocs"));
    QVERIFY(labels(Facet::Country).contains(QLatin1String("Regions")));
    const QString label = m_starter->gazetteer.group(QStringLiteral("EU27"))->label;
    click(Facet::Country, label);
    QCOMPARE(chosen(Facet::Bloc).anyOf, QStringList{QStringLiteral("EU27")});
    QVERIFY(chosen(Facet::Country).isEmpty());
    const QString tip = indexOf(Facet::Country, label).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(QLatin1String("Italy")) && !tip.contains(QLatin1String("Norway")));
    section(Facet::Country).setGrouped(false); // the choice is told where its values are not shown
    const auto links = section(Facet::Country).findChildren<LinkButton*>();
    QVERIFY(std::any_of(links.begin(), links.end(), [](const LinkButton* link) {
        return link->text() == QLatin1String("Blocs, regions (1)");
    }));
    section(Facet::Country).clear();
    QVERIFY(m_starter->workspace.filter().isEmpty());
}

void FacetPanelTest::regionsHoldCountries()
{
    section(Facet::Country).setGrouped(true);
    const QModelIndex europe = indexOf(Facet::Country, QStringLiteral("Europe"));
    QVERIFY(europe.isValid());
    view(Facet::Country).setExpanded(europe, true);
    const QModelIndex south = indexOf(Facet::Country, QStringLiteral("Southern Europe"), europe);
    QVERIFY(south.isValid());
    view(Facet::Country).setExpanded(south, true);
    click(Facet::Country, QStringLiteral("Italy"), south);
    QCOMPARE(chosen(Facet::Country).anyOf, QStringList{QStringLiteral("IT")});
}

void FacetPanelTest::unknownIsAValue()
{
    FacetModel model(m_starter->workspace, Facet::Developer);
    const auto& nodes = model.nodes();
    const bool hasUnknown = std::any_of(
        nodes.begin(), nodes.end(), [](const FacetModel::Node& node) { return node.code == unknownValue; });
    QCOMPARE(hasUnknown, m_starter->workspace.totals(Facet::Developer)[0] > 0);
}

void FacetPanelTest::modelsAreSound_data()
{
    showsTheWorkspacesCounts_data();
}

void FacetPanelTest::modelsAreSound()
{
    QFETCH(Facet, facet);
    FacetModel model(m_starter->workspace, facet);
    FacetOrder order(model);
    const auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;
    QAbstractItemModelTester ofModel(&model, fatal);
    QAbstractItemModelTester ofOrder(&order, fatal);
    for (const QString& filter :
         {QStringLiteral("country:IT"), QStringLiteral("platform:TikTok -country:US"), QString()}) {
        m_starter->filter(filter);
        model.refresh();
        order.update();
        QVERIFY(order.rowCount() > 0);
    }
    order.setSearch(QStringLiteral("in"));
    order.setSearch({});
    order.setSort(FacetOrder::Sort::ByName);
    if (facet == Facet::Country)
        model.setLayout(FacetModel::Layout::Groups);
    QVERIFY(order.rowCount() > 0);
}

void FacetPanelTest::saysWhatAValueIs()
{
    QCOMPARE(indexOf(Facet::Platform, QStringLiteral("DeepSeek")).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("DeepSeek, 131 event(s)"));
    click(Facet::Platform, QStringLiteral("DeepSeek"));
    QCOMPARE(indexOf(Facet::Platform, QStringLiteral("DeepSeek")).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("DeepSeek, 131 event(s), chosen"));
    const QModelIndex measure = view(Facet::Measure).model()->index(0, 0);
    const Term* term = m_starter->workspace.vocabulary().find(
        TermKind::Measure,
        *m_starter->workspace.vocabulary().resolve(TermKind::Measure, measure.data().toString()));
    QVERIFY(measure.data(Qt::ToolTipRole).toString().contains(term->description.toHtmlEscaped()));
    QCOMPARE(view(Facet::Measure).accessibleName(), QStringLiteral("Measure"));
}

void FacetPanelTest::stateComesBack()
{
    section(Facet::Scope).setFolded(true);
    section(Facet::Country).setGrouped(true);
    const QByteArray state = m_panel->saveState();
    FacetPanel other(m_starter->workspace);
    QVERIFY(other.saveState() != state);
    QVERIFY(other.restoreState(state));
    QCOMPARE(other.saveState(), state);
    QVERIFY(other.section(Facet::Scope)->view().isHidden());
}

void FacetPanelTest::refusesOtherStates()
{
    const QByteArray before = m_panel->saveState();
    QVERIFY(!m_panel->restoreState("not a state"));
    QVERIFY(!m_panel->restoreState({}));
    QCOMPARE(m_panel->saveState(), before);
}

void FacetPanelTest::foldedSectionsAreReached()
{
    auto* title = section(Facet::Concern).findChild<LinkButton*>();
    QCOMPARE(title->text(), QStringLiteral("Concern"));
    QTest::mouseClick(title, Qt::LeftButton);
    QVERIFY(!view(Facet::Concern).isVisible());
    view(Facet::Platform).setFocus();
    QTest::keyClick(&view(Facet::Platform), Qt::Key_Tab);
    QVERIFY(title->hasFocus());
    QTest::keyClick(title, Qt::Key_Return);
    QVERIFY(view(Facet::Concern).hasFocus());
}

void FacetPanelTest::followsADataSet()
{
    const QString path = m_starter->dir.filePath(QStringLiteral("empty.interdict"));
    auto empty = DataSet::create(path, {QStringLiteral("Empty"), {}, {}}, Vocabulary());
    QVERIFY(empty.has_value());
    QVERIFY(m_starter->workspace.open(std::move(*empty)).has_value());
    QCOMPARE(labels(Facet::Platform), QStringList());
    QCOMPARE(labels(Facet::Country), QStringList());
}

QTEST_MAIN(FacetPanelTest)
#include "tst_facetpanel.moc"
