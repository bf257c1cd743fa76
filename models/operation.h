#pragma once

#include "core/error.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace slipway
{

/// What an operation counts.
enum class OperationUnit { None, Packages, Versions, Manifests };

/// Who wants it: a person, or the window by itself.
enum class OperationCause { Person, Clock };

/// Something that runs and can be watched and stopped: a scan, a refresh. Whoever runs it reports progress and the end;
/// whoever watches may cancel.
class Operation final : public QObject
{
    Q_OBJECT
public:
    enum class State { Running, Finished, Failed, Cancelled };
    /// Time since some fixed moment; tests give one they move themselves.
    using Stopwatch = std::function<std::chrono::milliseconds()>;

    Operation(QString id, QString title, QObject* parent = nullptr, Stopwatch stopwatch = {});

    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] qint64 done() const { return m_done; }
    /// 0 while nobody knows.
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] OperationUnit unit() const { return m_unit; }
    [[nodiscard]] OperationCause cause() const { return m_cause; }
    void setCause(OperationCause cause) { m_cause = cause; }
    /// What stopping it half way leaves behind, in a sentence; empty where that is nothing, as with all reading.
    [[nodiscard]] const QString& consequence() const { return m_consequence; }
    void setConsequence(const QString& sentence) { m_consequence = sentence; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const { return m_stopwatch() - m_begin; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// An estimate from the rate so far; nothing before two seconds or a twentieth of the work, when it would be a
    /// guess.
    [[nodiscard]] std::optional<std::chrono::seconds> remaining() const;
    /// What the running task must heed.
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }
    [[nodiscard]] bool isCancelRequested() const { return m_stop.stop_requested(); }

    void setProgress(qint64 done, qint64 total, OperationUnit unit);
    void finish();
    void fail(const Error& error);
    void markCancelled();

public Q_SLOTS:
    /// Asks the task to stop; the state changes when it has.
    void cancel();

Q_SIGNALS:
    void changed();
    /// The state is no longer Running.
    void ended();

private:
    void end(State state);

    QString m_id;
    QString m_title;
    Stopwatch m_stopwatch;
    std::chrono::milliseconds m_begin;
    State m_state = State::Running;
    OperationCause m_cause = OperationCause::Person;
    QString m_consequence;
    qint64 m_done = 0;
    qint64 m_total = 0;
    OperationUnit m_unit = OperationUnit::None;
    std::optional<Error> m_error;
    std::stop_source m_stop;
};

} // namespace slipway
