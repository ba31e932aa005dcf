// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one hub that views talk to: the open data set, the filter and its result, selection, hover, the as-of
// day. Views never talk to each other. It holds state and emits on real change; it computes nothing itself.
#pragma once

#include "model/analysis/inforce.h"
#include "model/edit/twins.h"
#include "model/event/event.h"
#include "model/explore/columns.h"
#include "model/explore/filter.h"
#include "model/store/dataset.h"
#include "model/vocabulary/gazetteer.h"

#include <QObject>

#include <functional>
#include <memory>
#include <set>
#include <span>

namespace interdict {

// What the pointer is on, wherever it is: an event, or a place by code.
struct Hover
{
    std::optional<Row> row;
    QString place;
    bool operator==(const Hover&) const = default;
};

// A data set read into memory: made on any thread, then handed to a workspace.
struct LoadedDataSet
{
    DataSet dataSet;
    Columns columns;
    std::vector<Milestone> milestones;
};
Result<LoadedDataSet> load(DataSet dataSet, const Gazetteer& gazetteer,
                           const DataSet::Progress& progress = {});

class Workspace : public QObject
{
    Q_OBJECT

public:
    // The gazetteer outlives the workspace. `today` is told, never asked from a clock.
    Workspace(const Gazetteer& gazetteer, Day today, QObject* parent = nullptr);
    ~Workspace() override;

    // Replaces the data set; filter and selection are kept where they still mean something.
    void adopt(LoadedDataSet loaded);
    Result<void> open(DataSet dataSet); // loads and adopts; on error all stays as it is
    bool isOpen() const;
    const DataSet& dataSet() const; // only while open

    const Gazetteer& gazetteer() const { return m_gazetteer; }
    const Vocabulary& vocabulary() const; // empty while nothing is open
    const Columns& columns() const;       // likewise
    const std::vector<Milestone>& milestones() const;

    const Filter& filter() const;
    void setFilter(const Filter& filter);
    std::span<const Row> result() const;               // ascending
    std::span<const Row> resultWithoutInForce() const; // as without filter().inForceOn; ascending
    bool inResult(Row row) const;
    std::uint32_t total() const; // events under the choice of review states alone: what all there is to see
    // By value number of columns().table(facet), under the other facets' selections; totals under the choice
    // of review states alone.
    std::span<const std::uint32_t> counts(Facet facet) const;
    std::span<const std::uint32_t> totals(Facet facet) const;
    // Events by month of start: of the result, and of total(). [0] is firstMonth(), a monthIndex().
    std::vector<std::uint32_t> resultByMonth() const;
    std::span<const std::uint32_t> totalsByMonth() const;
    int firstMonth() const;

    // Selected rows in the order of selection; the last one is current, shown by the card. A selected row may
    // lie outside the result.
    const std::vector<Row>& selection() const;
    std::optional<Row> current() const;
    void select(Row row); // alone
    void setSelection(std::vector<Row> rows);
    void toggleSelected(Row row);
    void clearSelection();
    // Asked by a view when an event is opened (double click, Enter): selects it and emits eventActivated.
    void activate(Row row);

    const Hover& hover() const;
    void setHover(const Hover& hover);

    Day today() const { return m_today; }
    Day asOf() const; // today unless set
    void setAsOf(Day day);
    int inForceCount() const; // of the result, on the as-of day

    // Filter and selection as they were, as in a browser.
    bool canGoBack() const;
    bool canGoForward() const;
    void back();
    void forward();

    // Texts, read by page and cached.
    Brief brief(Row row) const;
    Event event(Row row) const;             // empty uid where the store fails; storeFailed is emitted
    std::vector<Row> caseOf(Row row) const; // in result order, the row itself included
    std::optional<Row> rowOf(const QString& uid) const;
    std::vector<Row> orderedBy(DataSet::TextField field) const;

    // Writing. The one way to change the record: a step with a name, which undo and history show. On success
    // the columns are up to date before it returns. Where an event was saved meanwhile, elsewhere, fields
    // that only one side changed are merged; where both changed one, a Conflict names event and fields,
    // and nothing is saved. An event without uid gets one, made of its jurisdiction, title and year.
    Result<DataSet::Saved> save(RecordChange change, const QString& what);
    Result<DataSet::Saved> save(std::vector<EventChange> changes, const QString& what);
    // The same without stepSaved: for undo and redo.
    Result<DataSet::Saved> apply(RecordChange change, const QString& what);
    // The changes that delete these events, and take them out of the relations of others.
    Result<std::vector<EventChange>> deletionOf(std::span<const Row> rows) const;
    // The counterpart, once the event is back: gives others the relations to it that they lost with the
    // revision that deleted it.
    Result<std::vector<EventChange>> relationsBack(const Revision& deletion) const;
    bool canWrite() const;
    // Who saves, and when: asked at each save; nothing cancels it.
    using Stamper = std::function<std::optional<Stamp>()>;
    void setStamper(Stamper stamper);
    // Asks it: for a step that another connection saves, or for what is said before it is saved.
    std::optional<Stamp> stamp() const;
    // A step that another connection of this program saves off the window's thread, such as an import:
    // between the two nothing is looked for elsewhere, so that it is not taken for another's.
    void expectStep();
    // Shows it and hands it to undo. One without changes came to nothing. `columns` are those after it, where
    // they were read off the window's thread too.
    void adoptStep(const DataSet::Saved& saved, const QString& what, std::optional<Columns> columns = {});
    // Saves a step of very many events by another connection while the window stays alive, and returns when
    // that is done: a batch, the undo of an import. Without one they are saved as others are.
    struct SavedMany
    {
        DataSet::Saved saved;
        Columns columns; // after it
    };
    using SaverOfMany =
        std::function<Result<SavedMany>(const RecordChange&, const Stamp&, const QString& what)>;
    void setSaverOfMany(SaverOfMany saver);
    void setDraftOwner(const QString& owner);      // this program, as host:process
    void setClock(std::function<QString()> clock); // UTC, ISO 8601; for drafts
    QString editor() const;                        // of the last stamp; may be empty

    Result<std::vector<Revision>> revisions(const QString& uid) const;
    Result<std::vector<ChangeStep>> steps(std::int64_t after = 0) const;
    Result<std::vector<Revision>> revisionsOf(std::int64_t step, int most = -1) const;
    // The one that stood before it; nothing where it is the first.
    Result<std::optional<Revision>> revisionBefore(const Revision& revision) const;
    std::vector<Twin> twinsOf(const Event& event) const;
    // What each vocabulary step did; see DataSet.
    Result<std::vector<VocabularyChange>> vocabularyChanges(std::int64_t after, std::int64_t upTo) const;
    // Who names a term or platform: events by row, ascending; and how many, by entry of the list.
    std::vector<Row> rowsNaming(VocabularyList list, const QString& code) const;
    std::vector<std::uint32_t> countNaming(VocabularyList list) const;
    QStringList authoritiesIn(const QString& country) const; // used there, most used first
    std::vector<Draft> drafts() const;
    // Stamps it as being worked on here, now; its id.
    std::optional<std::int64_t> saveDraft(const Draft& draft);
    void releaseDraft(std::int64_t id); // nobody works on it; it waits to be taken up
    void removeDraft(std::int64_t id);
    // Looks whether another window or process has saved, and shows what it did. Cheap where it has not.
    void lookForChangesElsewhere();

Q_SIGNALS:
    void dataSetChanged();
    // Events were added, edited or deleted; columns, result and selection are those after it. Views keep
    // their place. Rows are renumbered: what a view remembered by row is void.
    void recordChanged();
    // Terms or platforms were added, changed or removed, or stand in another order; recordChanged follows.
    // The filter names what was renamed or merged as it is called now.
    void vocabularyChanged(const std::vector<interdict::VocabularyChange>& changes);
    void draftsChanged();
    // A step of this workspace's own was saved. Undo takes it from here.
    void stepSaved(const interdict::RecordChange& change, const QString& what);
    void changedElsewhere(int events);
    void filterChanged();
    void resultChanged();
    void selectionChanged();
    void hoverChanged();
    void asOfChanged();
    void historyChanged();
    void eventActivated(interdict::Row row);
    void storeFailed(const interdict::Error& error);

private:
    void applyFilter(const Filter& filter);
    Result<DataSet::Saved> store(RecordChange change, const QString& what);
    void noteIds(const std::vector<EventChange>& changes, std::set<std::int64_t>& ids) const;
    void refresh(std::span<const std::int64_t> ids);
    void reload();
    std::vector<VocabularyChange> followVocabulary();
    void replaceColumns(Columns columns);
    void showColumns(const std::function<void()>& bringUpToDate);
    void showColumns(Columns columns);
    void follow(const DataSet::Saved& saved, std::optional<Columns> columns);
    Result<DataSet::Saved> storeMany(const RecordChange& record, const Stamp& stamp, const QString& what);
    std::size_t countFollowing(const RecordChange& record) const;
    int catchUp();
    void remember(bool continuesLastStep);
    void goTo(std::size_t position);

    struct State;
    const Gazetteer& m_gazetteer;
    Day m_today;
    std::unique_ptr<State> m;
};

} // namespace interdict
