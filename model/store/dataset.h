// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A data set on disk: the only door to SQL. Not for use by several threads at once; no exception leaves it.
#pragma once

#include "model/edit/recordchange.h"
#include "model/error.h"
#include "model/event/event.h"
#include "model/explore/columns.h"
#include "model/vocabulary/vocabulary.h"

#include <functional>
#include <memory>
#include <span>
#include <string_view>

namespace interdict {

class Gazetteer;

struct DataSetInfo
{
    QString title;       // "AI platform restrictions"
    QString description; // what it covers, its licence and provenance
    QString created;     // UTC, ISO 8601
    bool operator==(const DataSetInfo&) const = default;
};

// Who saves, and when. Passed in, so that nothing here asks a clock.
struct Stamp
{
    QString editor;
    QString when; // UTC, ISO 8601
};

// The short texts of an event that lists and labels show.
struct Brief
{
    QString uid;
    QString title;
    QString authority;
    bool operator==(const Brief&) const = default;
};

// A saved state of an event, or its deletion.
struct Revision
{
    QString uid;
    int revision = 1;
    Stamp stamp;
    std::optional<Event> event; // nothing: it was deleted
    std::int64_t change = 0;    // number of the step; 0 where it was saved before steps were kept
};

// Which revision of an event is its last, to tell copies of a data set apart.
struct RevisionHead
{
    QString uid;
    int revision = 1;
    std::uint64_t fingerprint = 0; // of time, editor and content as stored
};

// One step of an editor: a save, a batch, an import.
struct ChangeStep
{
    std::int64_t id = 0;
    Stamp stamp;
    QString what;
    int events = 0;          // how many it changed
    bool vocabulary = false; // whether it changed that
};

// Unfinished work: what a form held, as the form wrote it.
struct Draft
{
    std::int64_t id = 0;
    QString uid;                // of the event edited; empty for a new one
    std::optional<int> basedOn; // the revision it was made from
    QString at;                 // UTC, ISO 8601
    QByteArray content;
    QString owner = {}; // the program at work on it, as host:process; empty where none is
    bool operator==(const Draft&) const = default;
};

class DataSet
{
public:
    enum class Mode : std::uint8_t { ReadWrite, ReadOnly };
    // Called now and then with 0 … 1; returning false cancels.
    using Progress = std::function<bool(double)>;

    // An existing file. ReadWrite falls back to read-only where the file or its folder cannot be written; see
    // isReadOnly(). An older schema is migrated after a backup copy beside the file; a read-only older file
    // is migrated in a copy in memory.
    static Result<DataSet> open(const QString& path, Mode mode = Mode::ReadWrite);
    // A new, empty data set with a vocabulary. Refuses to replace a file.
    static Result<DataSet> create(const QString& path, const DataSetInfo& info, const Vocabulary& vocabulary);

    DataSet(DataSet&&) noexcept;
    DataSet& operator=(DataSet&&) noexcept;
    ~DataSet();

    QString path() const;
    bool isReadOnly() const;
    const DataSetInfo& info() const;
    const Vocabulary& vocabulary() const;
    std::int64_t vocabularyStep() const; // the step that it is of; 0 where none has changed it
    // Reads it again where another connection has changed it.
    Result<void> catchUpVocabulary();

    Result<Columns> loadColumns(const Gazetteer& gazetteer, const Progress& progress = {}) const;
    Result<Event> event(std::int64_t id) const;
    Result<std::vector<Event>> events(std::span<const std::int64_t> ids) const; // in the order asked
    Result<std::vector<Brief>> briefs(std::span<const std::int64_t> ids) const; // in the order asked
    Result<std::int64_t> idOf(const QString& uid) const; // NotFound where there is none
    // Ids of the events that the row's case holds: all that relations join, directly or not, itself included.
    Result<std::vector<std::int64_t>> caseOf(std::int64_t id) const;
    Result<std::vector<Milestone>> milestones() const; // by date
    // Ids of the events that name a term or platform, unordered.
    Result<std::vector<std::int64_t>> eventsNaming(VocabularyList list, const QString& code) const;
    // Reads every page, index and reference: 1.5 ms a megabyte. Damaged where one is wrong.
    Result<void> checkIntegrity() const;
    // Ids of the events whose text has every one of `terms` (see Filter::text), unordered.
    Result<std::vector<std::int64_t>> search(const QStringList& terms) const;
    // Ids of all events, ordered by a text field: title or authority, letter case and accents aside.
    enum class TextField : std::uint8_t { Title, Authority };
    Result<std::vector<std::int64_t>> orderedBy(TextField field) const;

    // One transaction for all: each event with its first revision and its place in the search index, which
    // names its place in English. Relations may point at events of the same call or at stored ones. Refuses
    // an event whose uid is taken, or whose codes, platforms or relations the data set does not know.
    Result<void> addEvents(std::span<const Event> events, const Gazetteer& gazetteer, const Stamp& stamp);
    // One step, one transaction: the vocabulary becomes what it is to be, and events are added, edited and
    // deleted, each with a revision and its place in the search index. `before` names the revision it was
    // made from, or is the vocabulary that is stored; where that is another, nothing is saved and the error
    // is a Conflict whose detail lists the uids of events. Revision numbers are given here: the changes come
    // back with them. What is deleted may not be related to by an event that stays, nor be named by one.
    struct Saved
    {
        RecordChange change; // as saved
        std::int64_t step = 0;
    };
    Result<Saved> save(const RecordChange& change, const Gazetteer& gazetteer, const Stamp& stamp,
                       const QString& what, const Progress& progress = {});
    Result<std::vector<Revision>> revisions(const QString& uid) const;   // oldest first
    Result<std::vector<Event>> referrersOf(std::int64_t id) const;       // events whose relations name it
    Result<std::vector<ChangeStep>> steps(std::int64_t after = 0) const; // those later than it, newest first
    // By uid; at most that many, where told.
    Result<std::vector<Revision>> revisionsOf(std::int64_t step, int most = -1) const;
    // The one that stood before it; nothing where it is the first.
    Result<std::optional<Revision>> revisionBefore(const Revision& revision) const;
    Result<std::vector<RevisionHead>> revisionHeads() const; // of all events that ever were, by uid
    // Each event's uid and what its revision stored of it, in the order asked: to tell whether it is still
    // what it was. Both last for the call.
    using UseContent = std::function<void(std::string_view uid, std::string_view content)>;
    Result<void> eachContent(std::span<const std::int64_t> ids, const UseContent& use) const;
    Result<std::int64_t> lastStep() const; // 0 where there is none
    // What those later than `after`, up to and with `upTo`, did to the vocabulary, oldest first.
    Result<std::vector<VocabularyChange>> vocabularyChanges(std::int64_t after, std::int64_t upTo) const;
    Result<QStringList> changedSince(std::int64_t step) const; // uids, each once
    // Ids of the events with a source whose address begins like this, after its scheme and "www.".
    Result<std::vector<std::int64_t>> idsWithSource(const QString& address) const;
    // Ids of events whose titles share words with this one, likeliest first.
    Result<std::vector<std::int64_t>> titlesLike(const QString& title, int most) const;

    Result<QStringList> authoritiesIn(const QString& country) const; // most used first

    Result<std::vector<Draft>> drafts() const;
    Result<std::int64_t> saveDraft(const Draft& draft); // its id; a draft without one is new
    Result<void> removeDraft(std::int64_t id);

    // Brings columns up to date after events were added, edited or deleted: `ids` are theirs and those of
    // the events that they supersede or superseded. Nothing where all must be loaded anew (a place seen for
    // the first time or no more, very many events); the columns are then void.
    Result<std::optional<RowsPatch>> patchColumns(Columns& columns, std::span<const std::int64_t> ids,
                                                  const Gazetteer& gazetteer) const;

    Result<void> addMilestones(std::span<const Milestone> milestones);
    // A consistent copy at `path`, written beside it and renamed over it. The copy is a data set of its own.
    Result<void> saveCopy(const QString& path, const Progress& progress = {}) const;

    struct Private;

private:
    explicit DataSet(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace interdict
