#pragma once

#include <functional>
#include <utility>

namespace slipway
{

/// Counts what runs on the window's thread, so that whoever has to end it all knows when the last of it has ended.
class RunningWork final
{
public:
    enum class Kind {
        Reading,   ///< may still bring another inventory
        Measuring, ///< looks at what is there
    };

    /// Something runs for as long as this lives.
    class Mark final
    {
    public:
        explicit Mark(RunningWork& work, Kind kind = Kind::Reading)
            : m_work(work)
            , m_kind(kind)
        {
            ++m_work.m_running;
            m_work.m_measuring += m_kind == Kind::Measuring ? 1 : 0;
        }
        ~Mark()
        {
            m_work.m_measuring -= m_kind == Kind::Measuring ? 1 : 0;
            if (--m_work.m_running == 0)
                m_work.m_ended();
        }
        Mark(const Mark&) = delete;
        Mark& operator=(const Mark&) = delete;

    private:
        RunningWork& m_work;
        Kind m_kind;
    };

    /// `ended` is called when nothing runs any more, while what ended last is still on the stack.
    explicit RunningWork(std::function<void()> ended)
        : m_ended(std::move(ended))
    {
    }
    RunningWork(const RunningWork&) = delete;
    RunningWork& operator=(const RunningWork&) = delete;

    [[nodiscard]] bool isIdle() const { return m_running == 0; }
    [[nodiscard]] bool isReading() const { return m_running > m_measuring; }

private:
    std::function<void()> m_ended;
    int m_running = 0;
    int m_measuring = 0; ///< of those
};

} // namespace slipway
