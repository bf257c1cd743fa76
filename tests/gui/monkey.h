#pragma once

#include "gui/startedprogram.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>
#include <QTranslator>

namespace slipway::test
{

/// Somebody who presses, types, clicks and drags without sense, in the window and in every menu and dialog it opens.
/// Dialogs that reach out of the program (accounts, files) are only left again.
class Monkey final : public QObject
{
public:
    Monkey(StartedProgram& program, QRandomGenerator& random);
    ~Monkey() override;

    void start() { m_timer.start(kPace); }
    /// Nothing is done any more; what is open is closed. Called again until true.
    [[nodiscard]] bool leave();
    [[nodiscard]] int deeds() const { return m_deeds; }
    /// What was done last.
    [[nodiscard]] const QString& last() const { return m_last; }
    /// Told of each deed before it is done.
    void setTeller(std::function<void(const QString& deed)> teller) { m_teller = std::move(teller); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static constexpr std::chrono::milliseconds kPace{2};

    void look();
    void doSomething();
    void note(const QString& deed);
    void press();
    void type();
    void click();
    void drag();
    void wheel();
    void resize();
    void dress();
    void read();
    void go();
    void speak();
    [[nodiscard]] QWidget& inFront();
    [[nodiscard]] QPoint somewhereIn(const QWidget& widget);
    template<typename List>
    [[nodiscard]] const auto& oneOf(const List& list)
    {
        return list[static_cast<size_t>(m_random.bounded(static_cast<int>(std::size(list))))];
    }

    StartedProgram& m_program;
    QRandomGenerator& m_random;
    QTimer m_timer;
    QElapsedTimer m_sinceBegun;
    QTranslator m_german;
    bool m_isGerman = false;
    bool m_isPosted = false;
    bool m_isBusy = false;
    int m_deeds = 0;
    QString m_last;
    std::function<void(const QString& deed)> m_teller;
};

} // namespace slipway::test
