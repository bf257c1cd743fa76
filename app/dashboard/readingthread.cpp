#include "app/dashboard/readingthread.h"

namespace slipway
{

ReadingThread::ReadingThread()
    : m_context(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("reading"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

ReadingThread::~ReadingThread()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace slipway
