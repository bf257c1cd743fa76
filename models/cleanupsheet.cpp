#include "models/cleanupsheet.h"

#include "models/cleanupwords.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The rules alone: nothing protects but the grace period, and GitHub's own limits.
std::optional<CleanupPlan> planWithoutProtections(const CleanupFacts& facts, const CleanupTerms& terms,
                                                  const QDateTime& now, const std::stop_token& stop)
{
    CleanupPolicy policy = terms.policy;
    policy.protect = {};
    policy.protect.deployed = false;
    CleanupProtections protections;
    protections.undeletable = terms.protections.undeletable;
    return planCleanup(facts, policy, protections, now, terms.packages, stop);
}

/// The reason that says most: of its own, else by what it belongs to.
constexpr std::array kTelling{KeepReason::Excluded,        KeepReason::Deployed,   KeepReason::Locked,
                              KeepReason::ProtectedTag,    KeepReason::Young,      KeepReason::HeldBack,
                              KeepReason::SemanticVersion, KeepReason::ListedBy,   KeepReason::HangsOn,
                              KeepReason::Carries,         KeepReason::TreeBlocked};

const KeepWhy* tellingWhy(std::span<const KeepWhy> whys)
{
    for (const KeepReason reason : kTelling)
        if (const auto found = std::ranges::find(whys, reason, &KeepWhy::reason); found != whys.end())
            return &*found;
    return whys.empty() ? nullptr : &whys.front();
}

/// Puts the versions of two plans of the same facts into groups.
class Grouping final
{
public:
    explicit Grouping(CleanupSheet& sheet)
        : m_sheet(sheet)
        , m_words(sheet.snapshot(), sheet.terms.policy, sheet.terms.protections)
    {
        for (const auto& kept : sheet.plan.keep)
            m_kept.insert(kept.version, &kept);
        for (const auto& blocked : sheet.plan.blocked)
            m_blocked.insert(blocked.version, blocked.reason);
    }

    void addGoing()
    {
        for (const auto& deletion : m_sheet.plan.deletions) {
            m_going.insert(deletion.version);
            group(deletion).rows.push_back({deletion.version,
                                            CleanupFate::Goes,
                                            m_words.because(deletion),
                                            {},
                                            deletion.freedBytes,
                                            deletion.age});
        }
    }

    /// Those that `wide`, the plan of the rules alone, would delete too.
    void addHeld(const CleanupPlan& wide)
    {
        for (const auto& deletion : wide.deletions) {
            if (m_going.contains(deletion.version))
                continue;
            CleanupRow row{deletion.version,    CleanupFate::Held, m_words.because(deletion), {},
                           deletion.freedBytes, deletion.age};
            if (const auto blocked = m_blocked.constFind(row.version); blocked != m_blocked.cend()) {
                row.fate = CleanupFate::Blocked;
                row.held = CleanupWords::blocked(*blocked);
            } else if (const auto* kept = m_kept.value(row.version)) {
                const auto* why = tellingWhy(m_sheet.plan.whyOf(*kept));
                row.held = why ? m_words.why(row.version, *why) : QString();
                if (why && why->reason == KeepReason::Excluded)
                    row.fate = CleanupFate::Excluded;
            }
            ++m_sheet.held;
            group(deletion).rows.push_back(row);
        }
    }

    void finish()
    {
        BlobUsage usage(m_sheet.snapshot(), m_sheet.inventory->references);
        for (auto& [place, group] : m_groups) {
            std::ranges::sort(group.rows, {},
                              [](const CleanupRow& row) { return std::tuple(-row.bytes, row.version); });
            std::vector<RowIndex> going;
            for (const auto& row : group.rows)
                if (row.fate == CleanupFate::Goes)
                    going.push_back(row.version);
            group.goes = going.size();
            group.bytes = usage.measurePart(going).size.exclusive;
            m_sheet.groups.push_back(std::move(group));
        }
    }

private:
    CleanupGroup& group(const Deletion& deletion)
    {
        auto& found = m_groups[{deletion.cause, deletion.rule}];
        if (found.title.isEmpty()) {
            found.title = m_words.group(deletion.cause, deletion.rule);
            found.key = u"%1 %2"_s.arg(static_cast<int>(deletion.cause)).arg(deletion.rule);
        }
        return found;
    }

    CleanupSheet& m_sheet;
    CleanupWords m_words;
    QSet<RowIndex> m_going;
    QHash<RowIndex, const Kept*> m_kept;
    QHash<RowIndex, BlockedReason> m_blocked;
    std::map<std::pair<DeletionCause, RowIndex>, CleanupGroup> m_groups; ///< in the policy's order
};

/// A version counts for each thing that holds it.
void countHolds(CleanupSheet& sheet)
{
    const CleanupWords words(sheet.snapshot(), sheet.terms.policy, sheet.terms.protections);
    std::map<KeepReason, std::size_t> counts;
    for (const auto& kept : sheet.plan.keep) {
        std::vector<KeepReason> seen;
        for (const auto& why : sheet.plan.whyOf(kept)) {
            if (std::ranges::contains(seen, why.reason))
                continue;
            seen.push_back(why.reason);
            ++counts[why.reason];
        }
    }
    for (const auto& [reason, versions] : counts) {
        const QString hold = words.hold(reason);
        const auto same = std::ranges::find(sheet.holds, hold, &CleanupHold::words);
        if (hold.isEmpty())
            continue;
        if (same != sheet.holds.end())
            same->versions += versions;
        else
            sheet.holds.push_back({hold, versions});
    }
    std::ranges::stable_sort(sheet.holds, std::greater(), &CleanupHold::versions);
}

void tellNotes(CleanupSheet& sheet)
{
    const CleanupWords words(sheet.snapshot(), sheet.terms.policy, sheet.terms.protections);
    for (const auto& skipped : sheet.plan.skippedPackages)
        sheet.notes.append(words.skipped(skipped));
    for (const auto& notice : sheet.plan.notices)
        sheet.notes.append(CleanupWords::notice(notice));
}

/// Fewer digits begin too many digests.
constexpr int kLeastDigits = 6;

/// What a person means: a tag, perhaps of one package, or a digest by its beginning.
struct Meant {
    QString package;
    QByteArray tag;
    QString digits;               ///< kLeastDigits at least
    std::uint32_t head = 0;       ///< the first kLeastDigits of them
    std::optional<Digest> digest; ///< if all digits are there
};

bool isMeant(const Snapshot& snapshot, RowIndex row, const Meant& meant)
{
    const auto& version = snapshot.versions[row];
    if (meant.digest)
        return snapshot.digestOf(row) == *meant.digest;
    if (!meant.digits.isEmpty())
        return (snapshot.digestOf(row).head() >> (32 - 4 * kLeastDigits)) == meant.head
               && snapshot.digestOf(row).hex().startsWith(meant.digits);
    if (!meant.package.isEmpty() && snapshot.packages[version.package].name.value != meant.package)
        return false;
    return std::ranges::any_of(snapshot.tagsOf(version), [&](TagText text) { return text.utf8 == meant.tag; });
}

} // namespace

bool CleanupSheet::isExcluded(VersionId id) const
{
    return std::ranges::contains(terms.protections.excluded, id);
}

CleanupSheetPtr makeCleanupSheet(const InventoryPtr& inventory, const CleanupTerms& terms, const QDateTime& now,
                                 const std::stop_token& stop)
{
    const CleanupFacts facts{*inventory->snapshot, *inventory->graph, inventory->references};
    const auto wide = planWithoutProtections(facts, terms, now, stop);
    auto plan = wide ? planCleanup(facts, terms.policy, terms.protections, now, terms.packages, stop) : std::nullopt;
    if (!plan)
        return nullptr;
    auto sheet = std::make_shared<CleanupSheet>();
    sheet->inventory = inventory;
    sheet->terms = terms;
    sheet->plan = *std::move(plan);
    sheet->stored = inventory->size.stored;
    Grouping grouping(*sheet);
    grouping.addGoing();
    grouping.addHeld(*wide);
    grouping.finish();
    countHolds(*sheet);
    tellNotes(*sheet);
    return stop.stop_requested() ? nullptr : sheet;
}

PlanFile planFileOf(const CleanupSheet& sheet)
{
    const PlanWords words(sheet.snapshot(), sheet.terms.policy, sheet.terms.protections);
    return planFileOf(sheet.plan, words, sheet.snapshot(), *sheet.inventory->graph, sheet.terms.server,
                      sheet.terms.readAt);
}

std::vector<CleanupAnswer> whyKept(const CleanupSheet& sheet, const QString& meant, const std::stop_token& stop)
{
    constexpr std::size_t kMostAnswers = 10;
    constexpr RowIndex kRowsPerLook = 1U << 14U;
    const QString text = meant.trimmed();
    const Snapshot& snapshot = sheet.snapshot();
    const QString hex = (text.startsWith("sha256:"_L1) ? text.sliced(7) : text).toLower();
    const bool isDigest = hex.size() >= kLeastDigits && std::ranges::all_of(hex, [](QChar c) {
                              return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
                          });
    const qsizetype colon = text.startsWith("sha256:"_L1) ? -1 : text.lastIndexOf(u':');
    std::vector<CleanupAnswer> answers;
    if (text.isEmpty())
        return answers;
    const CleanupWords words(snapshot, sheet.terms.policy, sheet.terms.protections);
    const auto add = [&](const Meant& wanted) {
        for (RowIndex row = 0; row < snapshot.versions.size() && answers.size() < kMostAnswers; ++row) {
            if (row % kRowsPerLook == 0 && stop.stop_requested())
                return;
            if (isMeant(snapshot, row, wanted))
                answers.push_back({row, words.imageOf(row), CleanupFate::Held, {}});
        }
    };
    add({text.left(std::max<qsizetype>(colon, 0)), text.sliced(colon + 1).toUtf8(), {}, 0, {}});
    if (answers.empty() && isDigest) {
        const auto whole = Digest::parse(u"sha256:"_s + hex);
        add({{}, {}, hex, hex.first(kLeastDigits).toUInt(nullptr, 16), whole ? std::optional(*whole) : std::nullopt});
    }
    if (stop.stop_requested())
        return {};
    for (auto& answer : answers) {
        if (const auto going = std::ranges::find(sheet.plan.deletions, answer.version, &Deletion::version);
            going != sheet.plan.deletions.end()) {
            answer.fate = CleanupFate::Goes;
            answer.reasons.append(words.because(*going));
        } else if (const auto blocked = std::ranges::find(sheet.plan.blocked, answer.version, &Blocked::version);
                   blocked != sheet.plan.blocked.end()) {
            answer.fate = CleanupFate::Blocked;
            answer.reasons.append(CleanupWords::blocked(blocked->reason));
        } else if (const auto kept = std::ranges::lower_bound(sheet.plan.keep, answer.version, {}, &Kept::version);
                   kept != sheet.plan.keep.end() && kept->version == answer.version) {
            for (const auto& why : sheet.plan.whyOf(*kept))
                answer.reasons.append(words.why(answer.version, why));
        } else if (const auto skipped = std::ranges::find(
                       sheet.plan.skippedPackages, snapshot.versions[answer.version].package, &SkippedPackage::package);
                   skipped != sheet.plan.skippedPackages.end()) {
            answer.reasons.append(words.skipped(*skipped));
        }
    }
    return answers;
}

} // namespace slipway
